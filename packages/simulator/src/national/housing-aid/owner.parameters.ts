import { dated } from '../../tariff/dated.ts';
import { cch, jo } from '../../tariff/law.ts';
import type { FamilyScale } from './family-scale.ts';
import { order, type ByZone } from './rent.parameters.ts';

/** The budget law for 2018 closed the aid to new owners. */
export const LOAN_LAW = jo('Loi n° 2017-1837 du 30 décembre 2017, art. 126', '000036339197');
/** Loans signed before still bring one … */
export const LOAN_BEFORE = '2018-01-01';
/** … and before that day those for the purchase of an existing home in zone 3 with a regulated loan (*prêt conventionné*). */
export const LOAN_BEFORE_ZONE_3 = '2020-01-01';

/** *Mensualités plafonds*: what of the payment counts at most, cents a month. */
export const PAYMENT_CEILINGS = dated<ByZone>(order('art. 33'), [
  [
    '2024-10',
    {
      1: { first: [314_76, 379_33, 407_87, 419_27, 431_06, 442_62, 452_00], further: 39_36 },
      2: { first: [276_14, 338_53, 366_46, 379_15, 392_22, 405_10, 433_78], further: 37_71 },
      3: { first: [259_04, 314_19, 342_55, 356_70, 371_07, 385_21, 413_92], further: 35_88 },
    },
  ],
]);

/** *K*, the share of what is too much that the aid takes over: at most `most`, and less as resources grow. */
export const TAKEN_OVER = dated(cch('D842-6 (K)'), [
  [
    '2024-10',
    {
      ordinary: { most: 0.9, resourcesPerPart: 21_420_91 },
      regulated: { most: 0.95, resourcesPerPart: 22_111_33 },
    },
  ],
]);

/** *N*, parts of the family. */
export const PARTS: FamilyScale = { first: [1.2, 1.5, 2.5, 3, 3.7, 4.3], further: 0.5 };

/** *L0*, what the family pays itself: brackets of resources for one part, cents a year; and a flat amount, cents a year. */
export const OWN_PAYMENT = dated(cch('D842-6 (L0)'), [
  [
    '2024-10',
    {
      brackets: [
        { from: 1_423_03, rate: 0.024 },
        { from: 2_047_61, rate: 0.208 },
        { from: 2_629_85, rate: 0.232 },
        { from: 4_095_05, rate: 0.328 },
      ],
      flat: 76_32,
    },
  ],
]);

/** Resources are taken to be at least so many times the monthly payment (*ressources minimales*). */
export const LEAST_RESOURCES = 16.25;
