/** French of the wire for codes of the contract: one table for who reads an answer and who writes one. */
import type { Correction, MonthState, ReplacementIncome } from '@mds-kit/contract/salaries';

export const STATES = {
  declare: 'declared',
  rectifie: 'corrected',
  non_declare: 'not-declared',
  en_attente: 'pending',
  clos: 'closed',
} as const satisfies Record<string, MonthState>;

export const MEASURES_CORRECTED = {
  montant_net_social: 'netSocial',
  net_verse: 'netPaid',
  net_fiscal: 'netTaxable',
  brut: 'gross',
  heures: 'hours',
} as const satisfies Record<string, Correction['measure']>;

export const ORIGINS = {
  annule_et_remplace: 'replaced',
  annule: 'cancelled',
  regularisation: 'regularised',
  substitution: 'substituted',
} as const satisfies Record<string, Correction['how']>;

export const INCOMES = {
  chomage: 'unemployment',
  pension: 'pension',
  indemnite_journaliere: 'daily-allowance',
  autre: 'other',
} as const satisfies Record<string, ReplacementIncome['kind']>;

/** The keys of such a table, as a schema takes them. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  Object.keys(table) as [K, ...K[]];

/** The French of a code. @throws RangeError for a code that has none */
export function wordFor<K extends string, V extends string>(table: Readonly<Record<K, V>>, code: V): K {
  const word = keysOf(table).find((key) => table[key] === code);
  if (word === undefined) throw new RangeError(`No word for ${code}`);
  return word;
}
