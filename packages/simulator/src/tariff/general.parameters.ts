import { css, cgi, jo, labour, monetary } from './law.ts';
import { dated } from './dated.ts';

/** *SMIC horaire brut*, cents an hour. */
export const SMIC_HOUR = dated(labour('L3231-2 à L3231-12'), [
  ['2024-11', 11_88],
  ['2026-01', 12_02],
  ['2026-06', 12_31, jo('Arrêté du 22 mai 2026', '000054126589')],
]);

/** Hours in a month of full-time work: 35 × 52 / 12, as the law rounds them. */
export const SMIC_MONTHLY_HOURS = 151.67;

/** BMAF, *base mensuelle de calcul des allocations familiales*, cents. */
export const BMAF = dated(css('L551-1'), [
  ['2022-07', 439_17],
  ['2023-04', 445_93],
  ['2024-04', 466_44],
  ['2025-04', 474_37],
  ['2026-04', 478_16, 'instruction interministérielle n° DSS/2A/2026/36 du 26 mars 2026'],
]);

/** Allowance for professional expenses on wages (*déduction de 10 %*), cents a year: at least, at most. */
export const WAGE_ALLOWANCE = dated(cgi('83, 3°'), [
  ['2023-01', { min: 495_00, max: 14_171_00 }],
  ['2024-01', { min: 504_00, max: 14_426_00 }],
  ['2025-01', { min: 509_00, max: 14_555_00 }],
]);

/** Allowance on pensions, cents a year: at least per person, at most per tax household. */
export const PENSION_ALLOWANCE = dated(cgi('158, 5, a'), [
  ['2023-01', { min: 442_00, max: 4_321_00 }],
  ['2024-01', { min: 450_00, max: 4_399_00 }],
  ['2025-01', { min: 454_00, max: 4_439_00 }],
]);

/** Interest of the *Livret A*, a year. */
export const LIVRET_A_RATE = dated(monetary('R221-4'), [
  ['2023-02', 0.03],
  ['2025-02', 0.024],
  ['2025-08', 0.017],
  ['2026-02', 0.015, jo('Arrêté du 28 janvier 2026', '000053411507')],
]);

/** CRDS, what is taken off the family benefits, the housing aids and the prime d'activité. */
export const CRDS_RATE = 0.005;
/** Ordonnance du 24 janvier 1996, art. 14; CGI, art. 1600-0 J. */
export const CRDS = cgi('1600-0 J');

/**
 * *Âge légal de la retraite* of those for whom it was lowest, years (CSS, art. L161-17-2). Rules that take one age for
 * all are sure before it.
 */
export const EARLIEST_PENSION_AGE = 62;
