import { dated } from '../tariff/dated.ts';
import { css, jo } from '../tariff/law.ts';

/** The full allowance, cents a month. */
export const AAH_FULL = dated(css('L821-3-1'), [
  ['2025-04', 1_033_32],
  ['2026-04', 1_041_59, jo('Décret n° 2026-229 du 30 mars 2026, art. 1', '000053734356')],
]);

/** Each child that counts for family benefits raises the ceiling by half of it (CSS, art. D821-2). */
export const AAH_CEILING_PER_CHILD = 0.5;

/** *Taux d’incapacité*, percent (CSS, art. D821-1). */
export const AAH_RATE_FULL = 80;
export const AAH_RATE_RESTRICTED = 50;

/** From 20 on; from 16 on for who is no longer a dependent child (CSS, art. L821-1, R821-1). */
export const AAH_AGE_LEAST = 20;
export const AAH_AGE_LEAST_INDEPENDENT = 16;

/**
 * The age up to which a restriction of access to employment gives a right, years. The law has the pension age of each
 * year of birth (CSS, art. L161-17-2); one age for all is taken here, and the person is told.
 */
export const AAH_AGE_LIMIT = dated(css('L821-2, L161-17-2'), [['2023-09', 64]]);

/** What counts of pay: a fifth of it up to 30 % of a year at the SMIC, three fifths of the rest (CSS, art. D821-9). */
export const AAH_PAY_COUNTED_UP_TO_SHARE_OF_SMIC = 0.3;
export const AAH_PAY_COUNTED_BELOW = 0.2;
export const AAH_PAY_COUNTED_BEYOND = 0.6;

/** What counts of pay where it was replaced by a benefit since, or has stopped (CSS, art. R821-4, R532-5, R532-7). */
export const AAH_STOPPED_PAY_COUNTED = 0.7;

/** *Majoration pour la vie autonome*, cents a month. */
export const MVA = dated(css('L821-1-2, D821-3'), [['2008-01', 104_77]]);
