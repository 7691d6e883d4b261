import type { Adult, Household } from '@mds-kit/contract/household';
import { monthly } from './family.ts';
import { home } from './home.ts';

const KINDS = ['salary', 'unemployment', 'pension', 'disabilityPension', 'alimony'] as const;

/** What a test says of an adult: incomes in euros a month, the same since January 2024 and in the years before. */
export interface PersonWords extends Partial<Adult> {
  readonly has?: Partial<Record<(typeof KINDS)[number], number>>;
}

/** One adult, or a couple: French, 35 years old, without income but what is said; all else is known, and nothing. */
export function people(first: PersonWords, second?: PersonWords): Household {
  const household = home(second ? { partner: 0 } : {});
  const words = [first, second];
  return { ...household, adults: household.adults.map((adult, index) => said(adult, words[index])) };
}

function said(adult: Adult, words: PersonWords = {}): Adult {
  const { has = {}, ...more } = words;
  const euros = { salary: 0, unemployment: 0, pension: 0, disabilityPension: 0, alimony: 0, ...has };
  const incomes = { ...adult.incomes };
  for (const kind of KINDS) if (euros[kind] > 0) incomes[kind] = monthly(euros[kind]);
  const years = [2023, 2024].map((year) => ({
    year,
    salary: euros.salary * 12_00,
    unemployment: euros.unemployment * 12_00,
    pension: euros.pension * 12_00,
    disabilityPension: euros.disabilityPension * 12_00,
    alimony: euros.alimony * 12_00,
    other: 0,
  }));
  return { ...adult, incomes, years, ...more };
}

export const since = (
  status: 'unemployed' | 'employed' | 'retired' | 'student',
  from: string | null = null,
) => [{ status, from }];

/** Recognised as disabled, at a rate in percent. */
export const disabled = (incapacityRate: number, substantialEmploymentRestriction = false) => ({
  recognised: true,
  incapacityRate,
  substantialEmploymentRestriction,
  unfitForWork: false,
});
