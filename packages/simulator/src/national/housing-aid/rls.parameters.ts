import { dated } from '../../tariff/dated.ts';
import { jo } from '../../tariff/law.ts';
import type { FamilyScale } from './family-scale.ts';
import type { ByZone } from './rent.parameters.ts';

/** The order that holds the figures of the *réduction de loyer de solidarité*. */
export const RLS_ORDER = jo(
  'Arrêté du 27 février 2018 relatif à la réduction de loyer de solidarité',
  '000036650010',
);

const ceilings = (
  first: readonly [number, number, number, number, number, number, number, number],
  further: number,
): FamilyScale => {
  const [alone, couple, ...dependants] = first;
  return {
    first: [alone * 100, couple * 100, ...dependants.map((euros) => euros * 100)],
    further: further * 100,
  };
};

/** Resources below which a social tenant has the reduction, cents a month. */
export const RLS_CEILINGS = dated<ByZone>(RLS_ORDER, [
  [
    '2025-01',
    {
      1: ceilings([959, 1155, 1470, 1749, 2141, 2470, 2750, 3045], 297),
      2: ceilings([895, 1092, 1393, 1659, 2036, 2351, 2617, 2897], 279),
      3: ceilings([868, 1056, 1351, 1610, 1967, 2273, 2527, 2799], 259),
    },
  ],
  [
    '2026-01',
    {
      1: ceilings([970, 1168, 1486, 1768, 2165, 2497, 2781, 3079], 300),
      2: ceilings([905, 1104, 1408, 1677, 2059, 2377, 2646, 2929], 282),
      3: ceilings([878, 1068, 1366, 1628, 1989, 2298, 2555, 2830], 262),
    },
    jo('Arrêté du 23 décembre 2025', '000053175260'),
  ],
]);

const amounts = (alone: number, couple: number, one: number, further: number): FamilyScale => ({
  first: [alone, couple, one],
  further,
});

/** What the landlord takes off the rent, cents a month. An order of May 2025 lowered it (loi de finances, art. 169). */
export const RLS_AMOUNTS = dated<ByZone>(RLS_ORDER, [
  [
    '2025-06',
    {
      1: amounts(39_69, 47_98, 54_14, 7_75),
      2: amounts(34_83, 42_53, 47_49, 6_90),
      3: amounts(32_61, 39_48, 44_16, 6_22),
    },
  ],
  [
    '2026-06',
    {
      1: amounts(35_99, 43_51, 49_09, 7_03),
      2: amounts(31_58, 38_56, 43_06, 6_26),
      3: amounts(29_57, 35_80, 40_04, 5_64),
    },
    jo('Arrêté du 22 mai 2026', '000054132213'),
  ],
]);

/** Of the reduction, how much the aid falls by: the tenant keeps the rest (CCH, art. L823-1 et D823-16). */
export const RLS_TAKEN_BACK = 0.98;
