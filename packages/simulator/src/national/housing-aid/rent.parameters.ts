import { dated } from '../../tariff/dated.ts';
import { cch, jo, type LegalText } from '../../tariff/law.ts';
import type { FamilyScale } from './family-scale.ts';

/** The order that holds nearly all the figures of the housing aids. */
export const order = (articles: string): LegalText =>
  jo(
    `Arrêté du 27 septembre 2019 relatif au calcul des aides personnelles au logement, ${articles}`,
    '000039160329',
  );

const OCTOBER_2025 = jo('Arrêté du 5 septembre 2025', '000052212770');
const YEAR_2026 = jo('Arrêté du 28 décembre 2025, art. 1', '000053202812');

/** One scale for each of zones 1, 2, 3. */
export type ByZone = Readonly<Record<1 | 2 | 3, FamilyScale>>;

const ceilings = (alone: number, couple: number, one: number, further: number): FamilyScale => ({
  first: [alone, couple, one],
  further,
});

/** *Loyers plafonds*: what of the rent counts at most, cents a month. Zone 2 is the *loyer de référence* as well. */
export const RENT_CEILINGS = dated<ByZone>(order('art. 7'), [
  [
    '2024-10',
    {
      1: ceilings(329_71, 397_64, 449_43, 65_21),
      2: ceilings(287_35, 351_72, 395_77, 57_61),
      3: ceilings(269_32, 326_48, 366_07, 52_47),
    },
  ],
  [
    '2025-10',
    {
      1: ceilings(333_14, 401_78, 454_10, 65_89),
      2: ceilings(290_34, 355_38, 399_89, 58_21),
      3: ceilings(272_12, 329_88, 369_88, 53_01),
    },
    OCTOBER_2025,
  ],
]);

/** Of the ceiling for someone alone, for a room (art. 8); of the family's ceiling, in a shared flat (art. 16). */
export const ROOM_SHARE = 0.9;
export const FLAT_SHARE = 0.75;
/** Of the rent of a furnished home that counts: the rest pays the furniture (CCH, art. D842-2). */
export const FURNISHED_SHARE = 2 / 3;

/** *Forfait charges* (art. 9; art. 16 for a shared flat), cents a month; each dependant adds the same in both. */
export const CHARGES = dated(order('art. 9 et 16'), [
  ['2024-10', { whole: 59_97, sharedAlone: 29_98, sharedCouple: 59_97, perDependant: 13_60 }],
  ['2025-10', { whole: 60_59, sharedAlone: 30_29, sharedCouple: 60_59, perDependant: 13_74 }, OCTOBER_2025],
]);

/** *P0*, what everybody pays at least: cents a month, or a share of rent and charges where that is more (art. 13). */
export const LEAST_SHARE = dated(order('art. 13'), [
  ['2024-10', { flat: 39_15, share: 0.085 }],
  ['2025-10', { flat: 39_56, share: 0.085 }, OCTOBER_2025],
]);

/** *R0*, resources from which on one pays more than that: cents a year (art. 15). Frozen in 2026. */
export const FREE_RESOURCES = dated<FamilyScale>(order('art. 15'), [
  [
    '2025-01',
    {
      first: [5_235_00, 7_501_00, 8_947_00, 9_148_00, 9_498_00, 9_851_00, 10_202_00, 10_554_00],
      further: 346_00,
    },
  ],
  [
    '2026-01',
    {
      first: [5_235_00, 7_501_00, 8_947_00, 9_148_00, 9_498_00, 9_851_00, 10_202_00, 10_554_00],
      further: 346_00,
    },
    YEAR_2026,
  ],
]);

/** *TF*: of each euro above, the share that one pays, a month of a year's euro (art. 14, 1°). */
export const FAMILY_RATE: FamilyScale = {
  first: [0.0283, 0.0315, 0.027, 0.0238, 0.0201, 0.0185, 0.0179, 0.0173],
  further: -0.0006,
};

/** *TL*: a little more where the rent is high beside the reference rent, by brackets of their ratio (art. 14, 2°). */
export const RENT_RATE_FROM = 0.45;
export const RENT_RATE_GENTLE = 0.0045;
export const RENT_RATE_STEEP_FROM = 0.75;
export const RENT_RATE_STEEP = 0.0068;

/** Rents so far above the ceiling that the aid falls, and ends: multiples of the ceiling (CCH, art. D823-16). */
export const HIGH_RENTS = {
  1: { falls: 3.4, ends: 4 },
  2: { falls: 2.5, ends: 3.1 },
  3: { falls: 2.5, ends: 3.1 },
} as const;

/** Nothing is paid below (ALS and ALF), and a flat part is kept from everybody: cents a month. */
export const LEAST_PAID = 10_00;
export const FLAT_DEDUCTION = 5_00;

/** *Montant forfaitaire de ressources des étudiants*, cents a year, and how much less with a scholarship. */
export const STUDENT_RESOURCES = dated(cch('R822-20'), [
  ['2025-01', { flat: 8_600_00, scholarship: 1_700_00 }],
  ['2026-01', { flat: 8_600_00, scholarship: 1_700_00 }, YEAR_2026],
]);
