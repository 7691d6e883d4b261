import { dated } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';
import { FAMILY_CEILINGS_2026 } from './af.parameters.ts';

/** Cents a year where there are no children; 30 % of it more for each of them. */
export const ARS_CEILING = dated(css('L543-1 et R543-5'), [
  ['2025-01', 21_880_00],
  ['2026-01', 22_274_00, FAMILY_CEILINGS_2026],
]);
export const ARS_PER_CHILD = 0.3;

/** Shares of the BMAF by age (CSS, art. D543-1): from the age on, until the next. */
export const ARS_SHARES = [
  { from: 15, share: 0.9795 },
  { from: 11, share: 0.9467 },
  { from: 6, share: 0.8972 },
] as const;

/** Who turned 18 so many months before December at most was a minor when school began. */
export const ARS_MONTHS_AFTER_18 = 2;

/** Cents: less is not paid. */
export const ARS_LEAST = 15_00;
