import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import { NATIONAL } from './catalogue.ts';
import { evaluate } from './evaluate.ts';
import { byWeight, missingOf, weigh } from './missing-facts.ts';
import { Situation } from './situation/situation.ts';
import { checkMonth } from './tariff/months.ts';
import type { FactPath } from './unknown/because.ts';
import { NOBODY_ASKS } from './why.ts';

/** Something to ask: where the answer belongs in the household, and the benefits that it would tell more about. */
export interface Question {
  readonly fact: FactPath;
  /**
   * What the fact is part of, for a form to ask on one page: `adults.0.incomes`, `housing`; empty for the household itself.
   */
  readonly topic: FactPath;
  readonly benefits: readonly BenefitId[];
}

/**
 * What to ask next, the topic of what decides most first; empty when no answer can change a result any more. A fact that no
 * benefit waits for is not asked, whatever else is unknown of it: who has no child is never asked what children earn. Nor
 * is a benefit that nobody there can have received (see never-received.ts).
 *
 * @throws MonthOutOfReach
 */
export function nextQuestions(household: Household, { month }: { month: string }): Question[] {
  checkMonth(month);
  const situation = new Situation(household, month);
  const waiting = NATIONAL.map((rule) => ({ id: rule.id, verdict: evaluate(rule, situation, NOBODY_ASKS) }));
  const weights = weigh(waiting.map(({ verdict }) => verdict));
  const facts = byWeight([...weights.keys()], weights);
  const topics = [...new Set(facts.map(topicOf))];
  const together = topics.flatMap((topic) => facts.filter((fact) => topicOf(fact) === topic));
  return together.map((fact) => ({
    fact,
    topic: topicOf(fact),
    benefits: waiting.filter(({ verdict }) => missingOf(verdict).includes(fact)).map(({ id }) => id),
  }));
}

/** A person, with what of theirs the fact is in; or what of the household. */
const topicOf = (fact: FactPath): FactPath =>
  /^(?:(?:adults|children)\.\d+(?:\.\w+(?=\.))?|\w+(?=\.))/.exec(fact)?.[0] ?? '';
