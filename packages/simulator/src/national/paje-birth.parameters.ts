/** *Prime à la naissance*: share of the BMAF for each child (CSS, art. D531-2). */
export const PAJE_BIRTH_SHARE = 2.2975;

/** It is paid in the seventh month of the pregnancy: so many months before that of the birth. */
export const PAJE_BIRTH_MONTHS_BEFORE = 2;
