import type { Household, ReceivedSpell } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIONAL } from './catalogue.ts';
import { earningsCurve, type CurvePoint } from './earnings-curve.ts';
import { evaluate } from './evaluate.ts';
import { aahOf } from './national/aah/allowance.ts';
import { asiOf } from './national/asi.ts';
import { assOf } from './national/ass.ts';
import { mvaOf } from './national/mva.ts';
import { Situation } from './situation/situation.ts';
import { earningSteadily, settledState, type SteadyState } from './steady-state.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { always, home } from './testing/home.ts';
import { highest, type Num } from './unknown/num.ts';
import { NOBODY_ASKS } from './why.ts';

const M = '2026-06';
const tenant: Partial<Household> = {
  housing: {
    occupancy: 'tenant-unfurnished',
    zone: 2,
    commune: '31555',
    rent: 450_00,
    flatShare: false,
    singleRoom: false,
  },
};
const curveOf = (household: Household, month = M) => earningsCurve(household, { person: 'p1', month });
const at = (points: readonly CurvePoint[], euros: number) => {
  const point = points.find(({ net }) => net === euros * 100);
  if (!point) throw new TypeError(`no point at ${String(euros)}`);
  return point;
};
const worth = (point: CurvePoint, id: keyof CurvePoint['benefits']) => (point.benefits[id]?.least ?? 0) / 100;

describe('the earnings curve', () => {
  it('has 141 points, from nothing to 2,800 € by 20 €', () => {
    const { points, untold } = curveOf(home({ household: tenant }));
    expect(points).toHaveLength(141);
    expect([points[0]?.net, points[1]?.net, points.at(-1)?.net]).toEqual([0, 20_00, 2_800_00]);
    expect(untold).toEqual([]);
  });

  it('takes RSA away as pay grows, and gives prime d’activité in its turn', () => {
    const { points } = curveOf(home({ household: tenant }));
    expect(worth(at(points, 0), 'rsa')).toBeCloseTo(573.49, 2);
    expect(worth(at(points, 300), 'rsa')).toBeCloseTo(273.49, 2);
    expect(worth(at(points, 0), 'prime_activite')).toBe(0);
    expect(worth(at(points, 1_400), 'prime_activite')).toBeGreaterThan(200);
    expect(points.slice(2, 25).every(({ benefits }) => benefits.rsa && benefits.prime_activite)).toBe(true);
    expect(at(points, 2_800).benefits).toEqual({});
  });

  it('finds where there is less to live on, and which benefits it is', () => {
    const { points, cliffs } = curveOf(home({ household: tenant }));
    const [first] = cliffs;
    // Where RSA ends the housing aid looks at the pay again.
    expect(first).toMatchObject({ from: 560_00, to: 580_00 });
    expect(first?.benefits[0]?.id).toBe('aides_logement');
    expect(at(points, 560).disposable.least - at(points, 580).disposable.least).toBe(first?.loss);
    expect(at(points, (first?.regained ?? 0) / 100).disposable.least).toBeGreaterThanOrEqual(
      at(points, 560).disposable.least,
    );
  });

  it('counts what the CSS costs where it is no longer free', () => {
    const { cliffs } = curveOf(home({ household: tenant, children: ['2016-03-10', '2019-07-20'] }));
    const costs = cliffs.flatMap(({ benefits }) => benefits.map(({ id }) => id));
    expect(costs).toContain('complementaire_sante_solidaire');
  });

  it('keeps a student a student, and what is paid once out of it', () => {
    const student = { activity: [{ status: 'student' as const, from: null }] };
    const expectedBirth = { month: '2026-08', count: 1, parent: 'p1' };
    const { points } = curveOf(home({ partner: 0, household: { ...tenant, expectedBirth } }));
    expect(worth(at(points, 0), 'rsa')).toBeGreaterThan(0);
    expect(points.some(({ benefits }) => 'paje_naissance' in benefits)).toBe(false);
    const studying = curveOf(home({ adult: student, household: tenant })).points;
    expect(studying.some(({ benefits }) => 'rsa' in benefits)).toBe(false);
    expect(worth(at(studying, 0), 'aides_logement')).toBeGreaterThan(0);
  });

  it('gives bounds where a partner’s pay is not known, and finds no cliffs there', () => {
    const household = home({ partner: 900, household: tenant });
    const [first, second] = household.adults;
    const { salary: _, ...incomes } = second?.incomes ?? {};
    const unsaid = { ...household, adults: first && second ? [first, { ...second, incomes }] : [] };
    const { points, cliffs } = curveOf(unsaid);
    expect(at(points, 0).benefits.rsa).toMatchObject({ least: 0 });
    expect(cliffs).toEqual([]);
  });

  it('names the benefits of which nothing can be said', () => {
    const { points, untold } = curveOf(home({ adult: { ownsOtherProperty: true }, household: tenant }));
    expect(untold).toContain('rsa');
    expect(untold).not.toContain('allocations_familiales');
    expect(at(points, 0).benefits.rsa).toBeUndefined();
    const { couple: _, ...nobodyKnows } = home();
    expect(curveOf(nobodyKnows).untold.length).toBeGreaterThan(8);
  });

  it('draws the range that is asked for, and refuses one without an end', () => {
    const range = { from: 1_000_00, to: 1_100_00, step: 50_00 };
    const { points } = earningsCurve(home(), { person: 'p1', month: M, range });
    expect(points.map(({ net }) => net)).toEqual([1_000_00, 1_050_00, 1_100_00]);
    for (const wrong of [{ step: 0 }, { to: 900_00 }, { from: -1 }, { to: Infinity }, { step: 1 }]) {
      const options = { person: 'p1', month: M, range: { ...range, ...wrong } };
      expect(() => earningsCurve(home(), options)).toThrow(RangeError);
    }
    expect(() => earningsCurve(home(), { person: 'nobody', month: M })).toThrow(RangeError);
    expect(() => earningsCurve(home(), { person: 'p1', month: '2020-01' })).toThrow(RangeError);
  });
});

describe('the earnings curve of any household', () => {
  const RUNS = { numRuns: 25 };
  const range = { from: 0, to: 2_400_00, step: 300_00 };
  const everyCase = (holds: (household: Household, month: string) => void) => {
    fc.assert(
      fc.property(arbitraryCase, ({ household, month }) => {
        holds(household, month);
      }),
      RUNS,
    );
  };

  it('looks neither at the pay that the person has today nor at what was received before', () => {
    everyCase((household, month) => {
      const points = (of: Household) => earningsCurve(of, { person: 'p1', month, range }).points;
      const [first, ...others] = household.adults;
      if (!first) return;
      const incomes = { ...first.incomes, salary: 'none' as const, unemployment: 'none' as const };
      const received = {
        rsa: always(200),
        af: always(90),
        housingAid: [],
        aspa: [],
        cf: [],
        asf: [],
        pajeBase: [],
      };
      const other = { ...household, received, adults: [{ ...first, incomes, received: {} }, ...others] };
      expect(points(other)).toEqual(points(household));
    });
  });

  it('is steady: who has received what is due is due as much', () => {
    everyCase((household, month) => {
      const steadily = earningSteadily(household, 0, month);
      for (const net of [0, 500_00, 1_300_00]) {
        const state = settledState(steadily(net), month, net === 0);
        const verdicts = new Map(NATIONAL.map(({ id }) => [id, state.verdict(id)]));
        if (!state.settled) continue;
        const before = withReceived(steadily(net), state);
        const situation = new Situation(before, month);
        for (const rule of NATIONAL) {
          expect([rule.id, evaluate(rule, situation, NOBODY_ASKS)]).toEqual([rule.id, verdicts.get(rule.id)]);
        }
      }
    });
  });

  it('falls nowhere but on its cliffs', () => {
    everyCase((household, month) => {
      const { points, cliffs } = earningsCurve(household, { person: 'p1', month, range });
      for (const [index, point] of points.slice(1).entries()) {
        const before = points[index];
        const fall = (before?.disposable.least ?? 0) - point.disposable.least;
        const onCliff = cliffs.some(({ from, to }) => (before?.net ?? 0) >= from && point.net <= to);
        if (fall >= 1_00) expect(onCliff).toBe(true);
        if (fall < 0) expect(onCliff).toBe(false);
      }
    });
  });

  it('adds up incomes and benefits', () => {
    everyCase((household, month) => {
      const [none, some] = earningsCurve(household, {
        person: 'p1',
        month,
        range: { from: 0, to: 1_500_00, step: 1_500_00 },
      }).points;
      const benefits = (point: CurvePoint | undefined) =>
        Object.values(point?.benefits ?? {}).reduce((sum, { least }) => sum + least, 0);
      const more = (some?.disposable.least ?? 0) - (none?.disposable.least ?? 0);
      expect(more).toBe(1_500_00 + benefits(some) - benefits(none));
    });
  });
});

/** The household of a steady state, told what it received in all the months before. */
function withReceived(household: Household, state: SteadyState): Household {
  const { situation } = state;
  const spells = (cents: Num): ReceivedSpell[] =>
    highest(cents) === 0 ? [] : [{ from: '2020-01', cents: highest(cents) }];
  return {
    ...household,
    received: {
      ...household.received,
      rsa: spells(state.due('rsa')),
      aspa: spells(state.due('aspa')),
      af: spells(state.due('allocations_familiales')),
      cf: spells(state.due('complement_familial')),
      asf: spells(state.due('allocation_soutien_familial')),
      pajeBase: spells(state.due('paje_base')),
      housingAid: spells(state.due('aides_logement')),
    },
    adults: situation.adults.map((adult, index) => ({
      ...(household.adults[index] ?? { id: adult.id }),
      received: {
        aah: spells(aahOf(situation, adult)),
        mva: spells(mvaOf(situation, adult)),
        asi: spells(asiOf(situation, adult)),
        ass: spells(assOf(situation, adult)),
      },
    })),
  };
}
