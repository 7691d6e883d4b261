import { dated } from '../tariff/dated.ts';
import { casf, jo } from '../tariff/law.ts';

/** *Montant forfaitaire* for one person, cents a month. */
export const RSA_BASE = dated(casf('L262-2 et D262-4'), [
  ['2024-04', 635_71],
  ['2025-04', 646_52],
  ['2026-04', 651_69, jo('Décret n° 2026-220 du 30 mars 2026, art. 1', '000053733826')],
]);

/** Shares of the base for those who live in the home (CASF, art. R262-1; the same in CSS, art. D843-1). */
export const SCALE_SHARE_SECOND = 0.5;
export const SCALE_SHARE_THIRD = 0.3;
export const SCALE_SHARE_FROM_THIRD_CHILD = 0.4;
/** *Montant majoré* for a lone parent (same articles). */
export const INCREASED_SHARE_ADULT = 1.28412;
export const INCREASED_SHARE_CHILD = 0.42804;

/** A child with income of its own is not counted from what its presence adds (CASF, art. R262-3). */
export const CHILD_RESOURCES_SHARE = 0.4;

/** *Forfait logement*, share of the scale for one person, two, three and more (CASF, art. R262-9 and R262-10). */
export const HOUSING_SHARES = [0.12, 0.16 * 1.5, 0.165 * 1.8] as const;

/** What alimony or a disability pension that stopped may have been and not count, in base amounts over three months. */
export const STOPPED_ALLOWANCE = 3;

/** Nothing less is paid, cents a month (CASF, art. R262-39). */
export const RSA_LEAST = 6_00;

export const RSA_AGE = 25;
/** Who worked two years may claim before: 18 in the law, but those two years are not full-time before 19. */
export const RSA_YOUNG_AGE = 19;
export const RSA_PERMIT_YEARS = 5;
