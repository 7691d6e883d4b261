import type { Adult, Household, Housing } from '@mds-kit/contract/household';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { Situation } from '../situation/situation.ts';
import { amountOf, boundsOf, family, monthly, verdictOf } from '../testing/family.ts';
import { Reasons } from '../why.ts';
import { housingAid, housingAidDue, housingAidKind } from './housing-aid.ts';

/** A home in zone 2, rented empty from a private landlord for 600 €. */
const HOME: Housing = {
  occupancy: 'tenant-unfurnished',
  commune: '31555',
  zone: 2,
  rent: 600_00,
  flatShare: false,
  singleRoom: false,
};

interface Words {
  readonly home?: Housing;
  readonly adult?: Partial<Adult>;
  readonly children?: readonly string[];
  readonly lone?: boolean;
  readonly salary?: number;
}

const RICH_IN_NOTHING: Partial<Adult> = {
  activity: [{ status: 'employed', from: null }],
  disability: 'none',
  scholarship: false,
  savings: { livretA: 0, other: 0 },
  ownsOtherProperty: false,
  received: { aah: [], mva: [], asi: [], ass: [] },
};

/** Someone alone who has nothing, in that home, unless the words say otherwise. */
function tenant({ home = {}, adult = {}, children = [], lone = true, salary = 0 }: Words = {}): Household {
  const household = family({ lone, children, salaries: [0, 0] });
  const adults = household.adults.map((one, index): Adult => {
    const pay = index === 0 && salary > 0 ? { salary: monthly(salary) } : {};
    return { ...one, ...RICH_IN_NOTHING, incomes: { ...one.incomes, ...pay }, ...(index === 0 ? adult : {}) };
  });
  return { ...household, adults, housing: { ...HOME, ...home }, received: { rsa: [] } };
}

const due = (words?: Words, month = '2025-06') => amountOf(housingAid, tenant(words), month) / 100;

const PUBLIC = { occupancy: 'tenant-social' } as const;

describe('the aid of a tenant', () => {
  it('is rent up to its ceiling and charges, less what everybody pays, five euros and the CRDS', () => {
    // (287.35 + 59.97 − 39.15 − 5) × 0.995
    expect(due()).toBe(301.65);
    expect(due({ home: { rent: 200_00 } })).toBe(214.74);
    expect(due({ lone: false })).toBe(365.7);
    expect(due({ children: ['2016-03-10'] })).toBe(422.33);
    expect(due({ children: ['2016-03-10', '2018-03-10'] })).toBe(487.15);
  });

  it('follows the zone and the order of each year', () => {
    expect(due({ home: { zone: 1 } })).toBe(343.8);
    expect(due({ home: { zone: 3 } })).toBe(283.71);
    expect(due({}, '2025-10')).toBe(304.84);
    expect(due({}, '2026-12')).toBe(304.84);
  });

  it('takes two thirds of a furnished rent, nine tenths of the ceiling for a room, three quarters in a shared flat', () => {
    expect(due({ home: { occupancy: 'tenant-furnished', rent: 300_00 } })).toBe(214.74);
    expect(due({ home: { singleRoom: true } })).toBe(273.07);
    expect(due({ home: { flatShare: true, rent: 400_00 } })).toBe(200.33);
    // A lone parent's charges in a shared flat are those of one person and one dependant.
    expect(due({ home: { flatShare: true }, children: ['2016-03-10'] })).toBe(294.78);
  });

  it('falls as resources grow, to nothing below ten euros', () => {
    expect(due({ salary: 600 })).toBeLessThan(due());
    expect(due({ salary: 1_200 })).toBeGreaterThan(0);
    expect(due({ salary: 1_600 })).toBe(0);
  });

  it('falls where the rent is more than 2.5 times the ceiling, and ends at 3.1 times; not where somebody is disabled', () => {
    expect(due({ home: { rent: 718_00 } })).toBe(301.65);
    expect(due({ home: { rent: 804_00 } })).toBeCloseTo(301.65 / 2, -1);
    expect(due({ home: { rent: 891_00 } })).toBe(0);
    const adult = {
      disability: { recognised: true, incapacityRate: 50, substantialEmploymentRestriction: false },
    };
    expect(due({ home: { rent: 891_00 }, adult })).toBe(301.65);
  });

  it('is less in a social home by nearly what the landlord takes off the rent', () => {
    expect(due({ home: PUBLIC })).toBe(267.69);
    expect(due({ home: PUBLIC }, '2026-06')).toBe(274.04);
    // Above the ceiling of the reduction (895 € a month in zone 2) nothing is taken off either.
    expect(due({ home: { ...PUBLIC, rent: 600_00 }, salary: 1_100 })).toBe(due({ salary: 1_100 }));
  });

  it('takes students for having 8,600 €, or 6,900 € with a scholarship, whatever they earn', () => {
    const student = { birthDate: '2004-05-15', activity: [{ status: 'student' as const, from: null }] };
    expect(due({ adult: student, salary: 2_000 })).toBe(due({ adult: student }));
    expect(due({ adult: { ...student, scholarship: true } })).toBeGreaterThan(due({ adult: student }));
    expect(due({ adult: { ...student, birthDate: '1996-05-15' } })).toBe(301.65);
  });

  it('forgets what was earned by who is unemployed without benefit, and a part of it for others', () => {
    const out = (from: string | null) => ({ activity: [{ status: 'unemployed' as const, from }] });
    expect(due({ salary: 900, adult: out('2025-01') })).toBe(301.65);
    expect(due({ salary: 900, adult: out('2025-04') })).toBe(due({ salary: 900 }));
    const retired = { activity: [{ status: 'retired' as const, from: '2025-01' }] };
    const before = { salary: { start: '2024-01', netPaid: [...Array<number>(16).fill(900_00), 0, 0] } };
    const incomes = { ...tenant().adults[0]?.incomes, ...before };
    expect(due({ adult: { ...retired, incomes } })).toBeGreaterThan(due({ adult: { incomes } }));
  });

  it('counts 3 % of what is saved beyond 30,000 €', () => {
    const saved = (euros: number) => ({ savings: { livretA: euros * 100, other: 0 } });
    expect(due({ salary: 700, adult: saved(30_000) })).toBe(due({ salary: 700 }));
    expect(due({ salary: 700, adult: saved(40_000) })).toBe(due({ salary: 700 + 1_200 / 0.9 / 12 / 1.037 }));
  });
});

describe('the aid of a first-time owner', () => {
  const owner = (loan: Housing['loan'], zone: 1 | 2 | 3 = 3): Words => ({
    home: { occupancy: 'first-time-owner-loan', rent: 500_00, zone, ...(loan ? { loan } : {}) },
    lone: false,
    children: ['2016-03-10', '2018-03-10'],
    salary: 900,
  });

  it('asks for a loan of before 2018, or of before 2020 for an old home in zone 3 with a regulated loan', () => {
    expect(due(owner({ signedOn: '2017-12-31', regulated: false }))).toBeGreaterThan(0);
    expect(due(owner({ signedOn: '2018-01-01', regulated: false, existingBuilding: true }))).toBe(0);
    const late = { signedOn: '2019-12-31', regulated: true, existingBuilding: true };
    expect(due(owner(late))).toBeGreaterThan(0);
    expect(due(owner(late, 2))).toBe(0);
    expect(due(owner({ ...late, signedOn: '2020-01-01' }))).toBe(0);
    expect(due(owner({ ...late, existingBuilding: false }))).toBe(0);
  });

  it('is a share of what is left of payment and charges, more of it with a regulated loan', () => {
    const old = { signedOn: '2016-06-01' };
    expect(due(owner({ ...old, regulated: true }))).toBeGreaterThan(due(owner({ ...old, regulated: false })));
    expect(boundsOf(housingAid, tenant(owner(old)), '2025-06')).toEqual({
      least: due(owner({ ...old, regulated: false })) * 100,
      most: due(owner({ ...old, regulated: true })) * 100,
    });
  });

  it('waits for the date of the loan', () => {
    const verdict = verdictOf(housingAid, tenant(owner({ regulated: false })), '2025-06');
    expect(verdict).toMatchObject({
      kind: 'open',
      right: { because: ['housing.loan.signedOn'] },
      cents: { lo: 0 },
    });
  });
});

describe('who has no rent to pay, and who cannot be told', () => {
  it('has no aid as an owner or hosted', () => {
    for (const occupancy of ['owner', 'hosted-free'] as const) {
      expect(verdictOf(housingAid, tenant({ home: { occupancy } }), '2025-06').kind).toBe('closed');
      const situation = new Situation(tenant({ home: { occupancy } }), '2025-06');
      expect([housingAidDue(situation), housingAidKind(situation)]).toEqual([0, undefined]);
    }
  });

  it('is beyond the rules with earnings or wealth of other kinds', () => {
    const incomes = { ...tenant().adults[0]?.incomes, selfEmployment: monthly(500) };
    expect(verdictOf(housingAid, tenant({ adult: { incomes } }), '2025-06').kind).toBe('beyond');
    const savings = { livretA: 0, other: 50_000_00 };
    expect(verdictOf(housingAid, tenant({ adult: { savings } }), '2025-06').kind).toBe('beyond');
  });

  it('is asked for the commune', () => {
    const { zone: _zone, commune: _commune, ...home } = HOME;
    const household = { ...tenant(), housing: home };
    expect(verdictOf(housingAid, household, '2025-06')).toEqual({
      kind: 'unasked',
      missing: ['housing.commune'],
    });
    expect(housingAidDue(new Situation(household, '2025-06'))).toMatchObject({
      lo: 0,
      because: ['housing.commune'],
    });
  });

  it('has bounds where the rent or the sharing is not known', () => {
    const { rent: _rent, ...home } = HOME;
    const bounds = (housing: Housing) => boundsOf(housingAid, { ...tenant(), housing }, '2025-06');
    expect(bounds(home)).toEqual({ least: 0, most: 301_65 });
    const { flatShare: _flatShare, ...sharing } = HOME;
    expect(bounds({ ...sharing, rent: 400_00 })).toEqual({ least: 200_33, most: 301_65 });
  });

  it('is told under which name it is paid', () => {
    const kind = (words: Words) => housingAidKind(new Situation(tenant(words), '2025-06'));
    expect(kind({ home: PUBLIC, children: ['2016-03-10'] })).toBe('apl');
    expect(kind({ children: ['2016-03-10'] })).toBe('alf');
    expect(kind({ children: ['2004-06-10'] })).toBe('als');
  });
});

describe('why it is what it is', () => {
  const reasons = (words: Words, month = '2025-06') => {
    const why = new Reasons();
    evaluate(housingAid, new Situation(tenant(words), month), why);
    return why;
  };

  it('is told in lines that add up', () => {
    const loan = { signedOn: '2016-06-01', regulated: false };
    const bought = { occupancy: 'first-time-owner-loan', loan } as const;
    for (const home of [{}, PUBLIC, { rent: 800_00 }, bought]) {
      for (const salary of [0, 500, 1_200]) {
        const words = { home, salary };
        const cents = reasons(words).steps.map((step) => Number(step.cents));
        const sum = cents.reduce((a, b) => a + b, 0);
        expect(sum / 100).toBeCloseTo(due(words), 2);
      }
    }
  });

  it('names the rent, the resources and who had RSA', () => {
    const why = new Reasons();
    const household = {
      ...tenant({ home: { rent: 900_00 } }),
      received: { rsa: [{ from: '2025-01', cents: 500_00 }] },
    };
    evaluate(housingAid, new Situation(household, '2025-06'), why);
    const truths = Object.fromEntries(why.criteria.map(({ id, truth }) => [id, truth]));
    expect(truths).toMatchObject({
      'housing-aid.pays-for-home': true,
      'housing-aid.rent-ceiling': false,
      'housing-aid.high-rent': false,
      'housing-aid.had-rsa': true,
      'housing-aid.free-resources': true,
      'housing-aid.least-paid': true,
    });
  });
});
