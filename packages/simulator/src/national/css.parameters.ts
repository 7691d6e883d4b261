import { dated, EXTRAPOLATED } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';

const ARRETE_2025 = 'arrêté publié au Journal officiel du 29 mars 2025';

/** Ceiling of resources for one person, cents a year. */
export const CSS_CEILING = dated(css('L861-1, D861-1'), [
  ['2025-04', 10_339_00, ARRETE_2025],
  // Raised by 0.8 % as the other minimum incomes were.
  ['2026-04', 10_422_00, EXTRAPOLATED],
]);

/** What each further member adds to the ceiling, as a share of it (CSS, art. D861-1); half for a child in shared custody. */
export const CSS_SHARE_SECOND = 0.5;
export const CSS_SHARE_THIRD_AND_FOURTH = 0.3;
export const CSS_SHARE_FURTHER = 0.4;

/** Up to so much of the ceiling there is a right with a contribution (CSS, art. L861-1, 2°). */
export const CSS_WITH_CONTRIBUTION = 1.35;

const CONTRIBUTIONS = css('L861-11 ; arrêté du 29 décembre 2023, art. 1');

/** What each member pays, cents a month, by age from `age` on. */
export const CSS_CONTRIBUTIONS = dated(CONTRIBUTIONS, [
  [
    '2024-01',
    [
      { age: 70, cents: 30_00 },
      { age: 60, cents: 25_00 },
      { age: 50, cents: 21_00 },
      { age: 30, cents: 14_00 },
      { age: 0, cents: 8_00 },
    ],
  ],
]);

/** Départements whose own scheme (*régime local*) already covers part of it: what is paid there is less. */
export const CSS_LOCAL_SCHEME = /^(57|67|68)/;

/** Children count up to their 25th birthday, and whoever is younger alone only where nobody keeps them (CSS, art. R861-2). */
export const CSS_AGE = 25;

/** Of the pay of the year, what does not count for who has lost the job since (CSS, art. R861-8). */
export const CSS_LOST_PAY_LEFT_OUT = 0.3;

/**
 * What does not count of these allowances, cents a month (CSS, art. L861-2): values of 2021, later ones were not found,
 * and the person is told.
 */
export const CSS_LEFT_OUT_AAH = 68_00;
export const CSS_LEFT_OUT_ASI = 49_00;
export const CSS_LEFT_OUT_ASI_OF_TWO = 43_00;
export const CSS_LEFT_OUT_ASPA = 71_00;
export const CSS_LEFT_OUT_ASPA_OF_TWO = 110_00;

/** *Forfait logement*, shares of the RSA of one, two, three and more (CSS, art. R861-5 to R861-7). */
export const CSS_HOUSING = {
  scale: [1, 1.5, 1.8],
  withoutCost: [0.12, 0.14, 0.14],
  withAid: [0.12, 0.16, 0.165],
} as const;
