import type { Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextQuestions } from './next-questions.ts';
import { simulate } from './simulate.ts';
import { answered } from './testing/answered.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { home } from './testing/home.ts';

const NOBODY: Household = { adults: [{ id: 'p1' }] };
const month = '2026-06';

/** Asks, answers the first question as the known household would, and asks again until nothing is left to ask. */
function interview(known: Household, about: string): { asked: string[]; told: Household } {
  const asked: string[] = [];
  let told = NOBODY;
  for (;;) {
    const [first] = nextQuestions(told, { month: about });
    if (!first) return { asked, told };
    if (asked.includes(first.fact)) throw new Error(`${first.fact} was asked twice`);
    asked.push(first.fact);
    told = answered(told, known, first.fact);
  }
}

const results = (household: Household, about: string) =>
  simulate(household, { month: about }).benefits.map(({ id, status, gross, supplement, contribution }) => ({
    id,
    status,
    gross,
    supplement,
    contribution,
  }));

describe('nextQuestions, followed to the end', () => {
  it('comes to an end, asks nothing twice, and what was told says the same as all that there is to know', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ month: about, household }) => {
        const { told } = interview(household, about);
        expect(results(told, about)).toEqual(results(household, about));
      }),
      { numRuns: 25 },
    );
  });

  const rented: NonNullable<Household['housing']> = {
    ...{ occupancy: 'tenant-unfurnished', zone: 2, commune: '31555', rent: 600_00 },
    ...{ flatShare: false, singleRoom: false },
  };
  const alone = home({ salary: 1500, household: { housing: rented } });
  const family = home({
    ...{ salary: 1500, partner: 1200, children: ['2015-03-10', '2018-04-10'] },
    household: { housing: rented },
  });

  it('asks about the home before what anybody has, and a couple twice what it asks one', () => {
    const { asked } = interview(alone, month);
    const home = ['children', 'couple', 'adults.0.birthDate', 'adults.0.activity', 'housing.occupancy'];
    expect(asked.slice(0, 5).toSorted()).toEqual(home.toSorted());
    // One for each single fact, each kind of income on its own: a form puts a topic on a page.
    expect(asked.length).toBeLessThan(30);
    expect(interview(family, month).asked.length).toBeLessThan(55);
  });

  it('names what a fact is part of, and asks what belongs together in a row', () => {
    const { adults, ...rest } = family;
    const known = adults.map(({ id, birthDate, activity }) => ({ id, birthDate, activity }));
    const topics = nextQuestions({ ...rest, adults: known, received: {} }, { month }).map(
      ({ topic }) => topic,
    );
    expect(topics.filter((topic, index) => topic !== topics[index - 1])).toEqual([...new Set(topics)]);
    expect(new Set(topics)).toEqual(
      new Set([
        ...['adults.0', 'adults.0.incomes', 'adults.0.years', 'adults.0.savings', 'adults.0.disability'],
        ...['adults.1', 'adults.1.incomes', 'adults.1.years', 'adults.1.savings', 'adults.1.disability'],
        ...['adults.0.received', 'adults.1.received', 'received'],
      ]),
    );
    const [first] = nextQuestions(NOBODY, { month });
    expect(first).toMatchObject({ fact: 'children', topic: '' });
  });

  it.each<[who: string, birthDate: string, status: 'student' | 'employed' | 'retired', never: string[]]>([
    ['a student without children', '2006-03-03', 'student', ['received.aspa', 'adults.0.received.ass']],
    ['somebody of thirty in work', '1996-03-03', 'employed', ['received.aspa', 'adults.0.received.mva']],
    ['a pensioner', '1950-03-03', 'retired', ['expectedBirth', 'adults.0.received.ass']],
  ])('asks %s of no benefit that they cannot have received', (_who, birthDate, status, never) => {
    const known = home({
      adult: { birthDate, activity: [{ status, from: null }] },
      household: { housing: rented },
    });
    const { asked } = interview(known, month);
    const ofFamilies = ['received.af', 'received.cf', 'received.asf', 'received.pajeBase'];
    const without = ['adults.0.received.aah', 'adults.0.received.asi', ...ofFamilies, ...never];
    expect(asked.filter((fact) => without.includes(fact))).toEqual([]);
    expect(asked).toContain('adults.0.incomes.disabilityPension');
  });

  it('believes what was said of a benefit that it would not ask for', () => {
    const cssOf = (household: Household) =>
      simulate(household, { month })
        .benefits.find(({ id }) => id === 'complementaire_sante_solidaire')
        ?.steps.filter(({ counts }) => counts === 'allocations_familiales');
    const left = { ...alone, received: { ...alone.received, af: [{ from: '2026-01', cents: 150_00 }] } };
    expect(cssOf(alone)).toEqual([]);
    expect(cssOf(left)).toMatchObject([{ cents: { least: 750_00 } }]);
  });

  it('asks whoever lives for nothing with others no rent, no loan, no flat share', () => {
    const hosted = { ...alone, housing: { occupancy: 'hosted-free' as const, commune: '31555' } };
    const { asked } = interview(hosted, month);
    // The commune, for overseas all would be otherwise.
    const facts = ['housing.occupancy', 'housing.commune'];
    expect(asked.filter((fact) => fact.startsWith('housing.'))).toEqual(facts);
  });

  it('asks no more of incomes once one of them is beyond the rules and every benefit that looks at them is decided', () => {
    const { asked: all } = interview(alone, month);
    const [adult] = alone.adults;
    if (!adult) throw new Error('a household has an adult');
    const selfEmployment = { start: '2025-01', netPaid: [1_000_00] };
    const shop = { ...alone, adults: [{ ...adult, incomes: { ...adult.incomes, selfEmployment } }] };
    const { asked } = interview(shop, month);
    expect(asked.length).toBeLessThan(all.length / 1.5);
  });
});
