import { dated } from '../tariff/dated.ts';
import { energy } from '../tariff/law.ts';

/** What is sent to a home of up to one consumption unit, of less than two, and of two or more: cents a year. */
export interface EnergyChequeAmounts {
  readonly upToOne: number;
  readonly belowTwo: number;
  readonly fromTwo: number;
}

/** By reference income for one consumption unit, cents a year: the first bracket that it is below. */
export const ENERGY_CHEQUE = dated(energy('R124-1 à R124-2'), [
  [
    '2023-01',
    [
      { below: 5_700_00, amounts: { upToOne: 194_00, belowTwo: 240_00, fromTwo: 277_00 } },
      { below: 6_800_00, amounts: { upToOne: 146_00, belowTwo: 176_00, fromTwo: 202_00 } },
      { below: 7_850_00, amounts: { upToOne: 98_00, belowTwo: 113_00, fromTwo: 126_00 } },
      { below: 11_000_00, amounts: { upToOne: 48_00, belowTwo: 63_00, fromTwo: 76_00 } },
    ],
  ],
]);

/** *Unités de consommation*: the first person, the second, each further one. */
export const UNIT_FIRST = 1;
export const UNIT_SECOND = 0.5;
export const UNIT_FURTHER = 0.3;
