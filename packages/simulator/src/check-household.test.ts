import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHousehold } from './check-household.ts';
import { simulate } from './simulate.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from './testing/forgetting.ts';

const ADULT = { id: 'p1' };
const problemsOf = (input: unknown) => checkHousehold(input).problems;

describe('checkHousehold', () => {
  it('lets through whatever the rules can be asked about, known or not', () => {
    expect(checkHousehold({ adults: [ADULT] })).toEqual({ household: { adults: [ADULT] } });
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ household }, forgotten) => {
        expect(problemsOf(household)).toBeUndefined();
        expect(problemsOf(withUnknown(household, forgotten))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it.each<[path: string, code: string, expected: string, input: unknown]>([
    ['', 'malformed', 'object', null],
    ['adults', 'malformed', 'array', {}],
    ['adults', 'malformed', 'at least 1', { adults: [] }],
    ['couple', 'malformed', 'one of single, married, pacs, cohabiting', { adults: [ADULT], couple: 'yes' }],
    [
      'adults.0.birthDate',
      'malformed',
      'text such as 2026-03-31',
      { adults: [{ ...ADULT, birthDate: '31/03/1990' }] },
    ],
    [
      'adults.0.birthDate',
      'no-such-date',
      'a day of the calendar, YYYY-MM-DD',
      { adults: [{ ...ADULT, birthDate: '1990-02-30' }] },
    ],
    ['adults.0.id', 'malformed', 'text such as p1', { adults: [{ id: 'Jean Dupont' }] }],
    [
      'adults.0.activity.0.from',
      'malformed',
      'text such as 2026-03',
      { adults: [{ ...ADULT, activity: [{ status: 'employed', from: 'March' }] }] },
    ],
    [
      'housing.commune',
      'malformed',
      'text such as 75056',
      { adults: [ADULT], housing: { commune: 'Paris' } },
    ],
    ['housing.rent', 'malformed', 'int', { adults: [ADULT], housing: { rent: 650.5 } }],
    ['housing.rent', 'malformed', 'at least 0', { adults: [ADULT], housing: { rent: -1 } }],
    // Inside what may also be "none".
    [
      'adults.0.incomes.salary.start',
      'malformed',
      'text such as 2026-03',
      { adults: [{ ...ADULT, incomes: { salary: { start: '2026', netPaid: [] } } }] },
    ],
    [
      'adults.0.incomes.salary.netPaid.1',
      'malformed',
      'number',
      { adults: [{ ...ADULT, incomes: { salary: { start: '2026-01', netPaid: [1, '2'] } } }] },
    ],
    [
      'expectedBirth.count',
      'malformed',
      'at most 6',
      { adults: [ADULT], expectedBirth: { month: '2026-09', count: 9, parent: 'p1' } },
    ],
    [
      'expectedBirth.parent',
      'unknown-person',
      'the id of an adult',
      { adults: [ADULT], expectedBirth: { month: '2026-09', count: 1, parent: 'p2' } },
    ],
    [
      'adults',
      'repeated-id',
      'an id of its own for each adult and child',
      { adults: [ADULT], children: [ADULT] },
    ],
    [
      'adults.1',
      'partner-unexpected',
      'one adult where couple is "single"',
      { adults: [ADULT, { id: 'p2' }], couple: 'single' },
    ],
    [
      'adults.0.activity',
      'not-in-order',
      'each from a later month than the one before',
      {
        adults: [
          {
            ...ADULT,
            activity: [
              { status: 'employed', from: '2026-01' },
              { status: 'retired', from: null },
            ],
          },
        ],
      },
    ],
    [
      'adults.0.received.aah',
      'ends-before-it-begins',
      'until not before from',
      { adults: [{ ...ADULT, received: { aah: [{ from: '2026-03', until: '2026-01', cents: 1 }] } }] },
    ],
    [
      'received.rsa',
      'ends-before-it-begins',
      'until not before from',
      { adults: [ADULT], received: { rsa: [{ from: '2026-03', until: '2026-01', cents: 1 }] } },
    ],
  ])('says at "%s": %s, %s', (path, code, expected, input) => {
    expect(problemsOf(input)).toEqual([{ path, code, expected }]);
  });

  it('lists all that is wrong, and never what was entered', () => {
    const problems = problemsOf({
      couple: 'Dupont',
      adults: [{ id: 'p1', birthDate: 'Dupont', nationality: 'Dupont' }],
    });
    expect(problems?.map(({ path }) => path)).toEqual([
      'couple',
      'adults.0.birthDate',
      'adults.0.nationality',
    ]);
    expect(JSON.stringify(problems)).not.toContain('Dupont');
  });

  it('either says what is wrong or hands over what the rules can compute, whatever it is given', () => {
    const odd = fc.oneof(fc.anything(), fc.record({ adults: fc.array(fc.anything(), { maxLength: 3 }) }));
    fc.assert(
      fc.property(odd, (input) => {
        const { household, problems } = checkHousehold(input);
        if (household) simulate(household, { month: '2026-06' });
        else expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('hands over what computes once any one value of a household was replaced by another', () => {
    const values = fc.constantFrom<unknown[]>(null, '', 'none', 0, -1, 1e12, 1.5, '2026-02-31', [], {}, true);
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), values, ({ household, month }, where, value) => {
        const copy: unknown = structuredClone(household);
        const replacements = replacementsIn(copy);
        replacements[where % replacements.length]?.(value);
        const { household: read, problems = [] } = checkHousehold(copy);
        if (read) simulate(read, { month });
        else expect(problems.every(({ path }) => path !== '')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

/** Ways to put a value in the place of any one that is there. */
function replacementsIn(value: unknown): ((by: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [
    (by: unknown) => {
      Object.assign(value, { [key]: by });
    },
    ...replacementsIn(inside),
  ]);
}
