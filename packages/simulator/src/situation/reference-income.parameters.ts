import { dated } from '../tariff/dated.ts';
import { cgi } from '../tariff/law.ts';

/**
 * *Abattement spécial* for people of 65 and more with a small income, cents a year of income: the whole of it up to one
 * limit of the household's net income, half of it up to another.
 */
export const OLD_AGE_ALLOWANCE = dated(cgi('157 bis'), [
  ['2023-01', { full: 2_746_00, until: 17_200_00, half: 1_373_00, halfUntil: 27_670_00 }],
  ['2024-01', { full: 2_796_00, until: 17_510_00, half: 1_398_00, halfUntil: 28_170_00 }],
]);
export const OLD_AGE = 65;
