/** What all scenarios are told with: people and firms of their own, months relative to the last one declared. */
import type { Rule } from '@mds-kit/dsn/refusals';
import type { Declaration, Individual } from '@mds-kit/dsn/model';
import { declarationOf, depositOf, type DepositFile } from '../deposits.ts';
import { individualOf } from '../individual.ts';
import { FULL_TIME, type Job, type PaymentHabit, type Person } from '../jobs.ts';
import { dayOf, monthsAfter, type Month } from '../months.ts';
import { inventedNir, inventedSiret } from '../numbers.ts';

/** `refused`: the rule that refuses something of it, and the rest of the file with it or not. */
export type ScenarioFile = DepositFile & { refused?: { rule: Rule; whole: boolean } };

export type Scenario = {
  name: ScenarioName;
  /** What happens in it, and what a reader of deposits must make of it. */
  about: string;
  /** Whom it is about, 13 characters each. */
  nirs: readonly string[];
  sirets: readonly string[];
  /** In the order in which they were sent. */
  files: readonly ScenarioFile[];
};

export const SCENARIO_NAMES = [
  'full-time',
  'part-time',
  'two-employers',
  'two-contracts-paid-apart',
  'two-contracts-paid-together',
  'fixed-term-ended',
  'end-taken-back',
  'ten-missions',
  'apprentice',
  'sick-leave-subrogated',
  'sick-leave-not-subrogated',
  'bonus-of-the-past',
  'negative-correction',
  'net-taxable-corrected',
  'replaced-twice',
  'cancelled',
  'two-fractions',
  'ntt-then-nir',
  'nir-changed',
  'contract-number-changed',
  'corrected-under-former-number',
  'substituted',
  'paid-next-month',
  'no-net-social',
  'turn-of-the-year',
  'apostrophe-and-accents',
  'ligature',
  'utf-8',
  'truncated',
  'wrong-total',
  'one-declaration-wrong',
  'test-file',
  'unknown-rubriques',
  'stress',
] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** People and firms of a scenario: nobody else has them. */
const MOST_PEOPLE = 4;
const MOST_FIRMS = 2;

export class Cast {
  readonly #scenario: number;
  readonly #name: ScenarioName;
  /** The last month that is declared. */
  readonly last: Month;

  constructor(name: ScenarioName, last: Month) {
    this.#scenario = SCENARIO_NAMES.indexOf(name);
    this.#name = name;
    this.last = last;
  }

  nir(index = 0): string {
    return inventedNir('scenario', this.#scenario * MOST_PEOPLE + index);
  }

  siret(index = 0): string {
    return inventedSiret('scenario', this.#scenario * MOST_FIRMS + index);
  }

  /** `ago` months before the last one. */
  month(ago = 0): Month {
    return monthsAfter(this.last, -ago);
  }

  /** The last months, the oldest first. */
  months(count: number): Month[] {
    return Array.from({ length: count }, (_, index) => this.month(count - 1 - index));
  }

  day(ago: number, day: number): string {
    return dayOf(this.month(ago), day);
  }

  /** A full-time job since long ago, but for what is told otherwise. */
  job(told: Partial<Job> = {}): Job {
    const number = `C${String(this.#scenario).padStart(3, '0')}`;
    return { number, from: '2019-09-02', until: null, quota: FULL_TIME, gross: 214_500, ...told };
  }

  declaration(
    month: Month,
    individuals: readonly (Individual | undefined)[],
    told: Partial<Omit<Declaration, 'month'>> = {},
  ) {
    const there = individuals.filter((individual) => individual !== undefined);
    return declarationOf({ siret: this.siret(), month, individuals: there, ...told });
  }

  /** The suffix tells several files of one month apart. */
  file(month: Month, declarations: readonly Declaration[], suffix = ''): ScenarioFile {
    const siret = declarations[0]?.siret ?? this.siret();
    const sender = { senderSiren: siret.slice(0, 9), senderNic: siret.slice(9) };
    return {
      name: `${this.#name}-${month}${suffix}.dsn`,
      deposit: depositOf({ ...sender, month, declarations }),
    };
  }

  /** A file for each of these months, with one person's jobs. */
  filesOf(
    months: readonly Month[],
    jobs: readonly Job[],
    told: { person?: Person; habit?: PaymentHabit } = {},
  ) {
    const person = told.person ?? { nir: this.nir() };
    return months.map((month) =>
      this.file(month, [this.declaration(month, [individualOf(person, jobs, month, told.habit)])]),
    );
  }
}

export type Told = { about: string; people?: number; firms?: number; files: readonly ScenarioFile[] };
export type Tell = (cast: Cast) => Told;
