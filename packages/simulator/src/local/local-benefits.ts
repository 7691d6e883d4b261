import type { Household } from '@mds-kit/contract/household';
import { ASPA_AMOUNTS } from '../national/aspa.parameters.ts';
import { RSA_BASE } from '../national/rsa.parameters.ts';
import type { Money } from '../result.ts';
import { Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { checkMonth } from '../tariff/months.ts';
import type { FactPath } from '../unknown/because.ts';
import { isUnknown, type Truth } from '../unknown/truth.ts';
import { localFacts, type LocalAnswers } from './facts.ts';
import type { LocalBenefit, Territory } from './local-benefit.ts';
import { evaluatePredicate, type LocalFacts, type Parameters } from './predicate.ts';
import { isDescribed, loadRows, ROWS_AS_OF } from './rows.ts';
import { territoriesOf } from './territory.ts';
import { worthOf } from './worth.ts';

export interface LocalResult {
  readonly id: string;
  /** French. */
  readonly title: string;
  readonly topic: string;
  readonly body: LocalBenefit['body'];
  readonly status: 'eligible' | 'not-eligible' | 'cannot-tell';
  readonly amount: LocalBenefit['amount'];
  /** Money received, cents for the amount's period; null: no figure, or no money received (a loan, a tariff). */
  readonly worth: Money | null;
  /** What no form can decide: "à vérifier". An eligible result with such checks is a right to look at, no more. */
  readonly manualChecks: readonly string[];
  readonly missing: readonly FactPath[];
  readonly links: LocalBenefit['links'];
  /** When the row was read in its source, and that the body's own page did not confirm it since. */
  readonly asOf: string;
  readonly confirmed: false;
}

export interface LocalSimulation {
  readonly results: readonly LocalResult[];
  /** Whether the kit knows of any benefit of these territories: an empty one is unknown, never "there is none". */
  readonly territories: readonly (Territory & { readonly known: boolean })[];
}

export interface LocalOptions {
  readonly month: string;
  readonly answers?: LocalAnswers;
}

/**
 * What the région, the département, the intercommunalité, the commune and the local funds offer where the household
 * lives. Only the files of those territories are loaded; rejects when one cannot be.
 *
 * @throws MonthOutOfReach
 */
export async function localBenefits(
  household: Household,
  { month, answers = {} }: LocalOptions,
): Promise<LocalSimulation> {
  checkMonth(month);
  const situation = new Situation(household, month);
  const { commune } = situation.dwelling;
  if (commune === undefined) return { results: [], territories: [] };
  const territories = territoriesOf(commune).map((one) => ({ ...one, known: isDescribed(one) }));
  const rows = (await Promise.all(territories.filter(({ known }) => known).map(loadRows))).flat();
  const here = rows.filter(
    ({ territory: { exclude = [] } }) => !exclude.some((out) => lies(territories, out)),
  );
  const facts = localFacts(situation, answers);
  const parameters: Parameters = {
    'rsa.base_amount': at(RSA_BASE, situation.month),
    'aspa.amount': at(ASPA_AMOUNTS, situation.month).single / 12,
  };
  return { results: here.map((row) => resultOf(row, facts, parameters)), territories };
}

const lies = (territories: readonly Territory[], { level, code }: Territory): boolean =>
  territories.some((one) => one.level === level && one.code === code);

function resultOf(row: LocalBenefit, facts: LocalFacts, parameters: Parameters): LocalResult {
  const truth = evaluatePredicate(row.conditions, facts, parameters);
  const { id, title, topic, body, amount, manualChecks, links } = row;
  return {
    ...{ id, title, topic, body, amount, manualChecks, links },
    status: STATUS(truth),
    worth: truth === false ? null : worthOf(amount, facts, parameters),
    missing: isUnknown(truth) ? truth.because : [],
    asOf: ROWS_AS_OF,
    confirmed: false,
  };
}

const STATUS = (truth: Truth): LocalResult['status'] =>
  isUnknown(truth) ? 'cannot-tell' : truth ? 'eligible' : 'not-eligible';

/**
 * Money received every month, of the results that are sure. Loans, reduced tariffs, discounts and what is paid once or
 * once a year are never part of it.
 */
export function localMoneyPerMonth(results: readonly LocalResult[]): Money {
  let [least, most] = [0, 0];
  for (const { status, worth, amount, manualChecks } of results) {
    if (amount.period !== 'month' || worth === null || status === 'not-eligible') continue;
    if (status === 'eligible' && manualChecks.length === 0) least += worth.least;
    most += worth.most ?? 0;
  }
  return { least, most };
}
