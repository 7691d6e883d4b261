import { dated } from '../../tariff/dated.ts';
import { order } from './rent.parameters.ts';

/** Of the wages and benefits of someone unemployed, retired or disabled, how much is left out (CCH, art. R822-13 à R822-17). */
export const REDUCED_BY = 0.3;

/** Both of a couple earn: cents a year left out (CCH, art. R822-7). */
export const TWO_EARNERS = dated(order('art. 3'), [['2020-01', 95_00]]);

/** Wealth beyond which all of it counts with 3 % a year (CCH, art. R822-22): cents, a share a year. */
export const WEALTH_FROM = 30_000_00;
export const WEALTH_SHARE = 0.03;

/** What another member of the household may have before it counts: the ceiling of the ASPA for one, times this. */
export const MEMBER_SHARE = 1.25;

/** Students count with flat resources up to this age (CCH, art. R822-20). */
export const STUDENT_UNDER = 28;
