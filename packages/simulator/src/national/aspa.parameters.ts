import { dated } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';

const CNAV_2025_29 = 'circulaire Cnav 2025-29 du 22 décembre 2025';

/** Cents a year: what it brings up to, which is at once the ceiling of resources, for one and for two. */
export const ASPA_AMOUNTS = dated(css('D815-1, D815-2'), [
  ['2023-01', { single: 11_533_02, couple: 17_905_06 }],
  ['2024-01', { single: 12_144_27, couple: 18_854_02 }],
  ['2025-01', { single: 12_411_44, couple: 19_268_80 }],
  ['2026-01', { single: 12_523_14, couple: 19_442_21 }, CNAV_2025_29],
]);

/**
 * Ages and what goes with them: 65; from 64 on for who is unfit for work or has more than 50 percent (the
 * law has the pension age of each year of birth; one age for all is taken here); the years of permit of art. L816-1.
 */
export const OLD_AGE_FULL = 65;
export const OLD_AGE_UNFIT = 64;
export const OLD_AGE_INCAPACITY = 50;
export const OLD_AGE_PERMIT_YEARS = 10;

/** Of the pay of three months, in monthly SMIC of 1 January, what does not count (décret n° 2014-1568; CSS, art. R815-29). */
export const OLD_AGE_PAY_ALLOWANCE_SINGLE = 0.9;
export const OLD_AGE_PAY_ALLOWANCE_COUPLE = 1.5;
