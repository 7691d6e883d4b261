import type { Adult, Child, Household, MonthlyIncome, ReceivedSpell } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { birth, monthIndex, monthName, yearOf, yearsOld } from '../calendar.ts';

/*
 * Households drawn at random for property tests: everything in them is known (forgetting.ts takes some of it away), and
 * nobody in them exists. Amounts lie where rules change their mind: around the ceilings, and often at nothing.
 */

/** Months for which tariffs are published, and some after. */
export const arbitraryMonth: fc.Arbitrary<string> = fc
  .integer({ min: monthIndex('2025-06'), max: monthIndex('2026-12') })
  .map(monthName);

const monthlyEuros = (max: number) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max }) });

/**
 * Income from January of N-1 at the latest to M, steady or begun or ended in the year before M: never the whole of N-2,
 * which the tax notice alone tells.
 */
function arbitraryIncome(month: string, max: number): fc.Arbitrary<MonthlyIncome | 'none'> {
  const start = Math.min(monthIndex(month) - 14, (yearOf(monthIndex(month)) - 1) * 12);
  const length = monthIndex(month) - start + 1;
  return fc
    .record({
      euros: monthlyEuros(max),
      turn: fc.integer({ min: 1, max: 12 }),
      shape: fc.constantFrom('steady', 'steady', 'begun', 'ended'),
    })
    .map(({ euros, turn, shape }) => {
      if (euros === 0) return 'none';
      const has = (index: number) =>
        shape === 'steady' || (shape === 'begun' ? index >= length - turn : index < length - turn);
      return {
        start: monthName(start),
        netPaid: Array.from({ length }, (_, index) => (has(index) ? euros * 100 : 0)),
      };
    });
}

const spells = (month: string, max: number): fc.Arbitrary<ReceivedSpell[]> =>
  fc
    .record({ cents: fc.integer({ min: 1_00, max }), ago: fc.integer({ min: 1, max: 14 }) })
    .chain(({ cents, ago }) =>
      fc.constantFrom([], [], [{ from: monthName(monthIndex(month) - ago), cents }]),
    );

const bornBetween = (month: string, youngest: number, oldest: number): fc.Arbitrary<string> =>
  fc
    .record({
      months: fc.integer({ min: youngest * 12, max: oldest * 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ months, day }) => `${monthName(monthIndex(month) - months)}-${String(day).padStart(2, '0')}`);

const rate = fc.constantFrom(0, 30, 50, 60, 79, 80, 90);

export function arbitraryAdult(id: string, month: string): fc.Arbitrary<Adult> {
  const year = Number(month.slice(0, 4)) - 2;
  const notice = fc.integer({ min: 0, max: 40_000 }).map((euros) => euros * 100);
  return fc
    .record({
      id: fc.constant(id),
      birthDate: bornBetween(month, 18, 80),
      nationality: fc.constantFrom('french', 'french', 'french', 'eea', 'other'),
      residencePermitYears: fc.integer({ min: 0, max: 12 }),
      threeMonthsInFrance: fc.boolean(),
      activity: fc
        .record({
          status: fc.constantFrom('employed', 'unemployed', 'student', 'retired', 'inactive'),
          ago: fc.option(fc.integer({ min: 0, max: 24 }), { nil: null }),
        })
        .map(({ status, ago }) =>
          ago === null
            ? [{ status, from: null }]
            : [
                { status: 'employed' as const, from: null },
                { status, from: monthName(monthIndex(month) - ago) },
              ],
        ),
      disability: fc.oneof(
        { weight: 3, arbitrary: fc.constant('none' as const) },
        {
          weight: 1,
          arbitrary: fc.record({
            recognised: fc.boolean(),
            incapacityRate: rate,
            substantialEmploymentRestriction: fc.boolean(),
            unfitForWork: fc.boolean(),
          }),
        },
      ),
      scholarship: fc.boolean(),
      workedFiveOfLastTenYears: fc.boolean(),
      workedTwoOfLastThreeYears: fc.boolean(),
      savings: fc.record({
        livretA: fc.constantFrom(0, 0, 1_500_00, 22_950_00, 40_000_00),
        other: fc.constant(0),
      }),
      ownsOtherProperty: fc.constant(false),
      incomes: fc.record({
        salary: arbitraryIncome(month, 3_500),
        unemployment: arbitraryIncome(month, 1_800),
        pension: arbitraryIncome(month, 1_500),
        disabilityPension: arbitraryIncome(month, 1_000),
        alimony: arbitraryIncome(month, 300),
        selfEmployment: fc.constant('none' as const),
        dailyAllowance: fc.constant('none' as const),
        rent: fc.constant('none' as const),
        investment: fc.constant('none' as const),
      }),
      years: fc
        .record({
          salary: notice,
          unemployment: fc.constantFrom(0, 5_000_00),
          pension: fc.constantFrom(0, 12_000_00),
        })
        .map((known) =>
          [year, year - 1].map((each) => ({
            year: each,
            disabilityPension: 0,
            alimony: 0,
            other: 0,
            ...known,
          })),
        ),
      received: fc.record({
        aah: spells(month, 1_033_00),
        mva: spells(month, 105_00),
        asi: spells(month, 600_00),
        ass: spells(month, 580_00),
      }),
    })
    .map(agreed);
}

/** Who has no income of a kind has none on the notice either. */
function agreed(adult: Adult): Adult {
  const none = (kind: 'salary' | 'unemployment' | 'pension') => adult.incomes?.[kind] === 'none';
  const years = adult.years?.map((notice) => ({
    ...notice,
    ...(none('salary') ? { salary: 0 } : {}),
    ...(none('unemployment') ? { unemployment: 0 } : {}),
    ...(none('pension') ? { pension: 0 } : {}),
  }));
  return { ...adult, ...(years ? { years } : {}) };
}

export function arbitraryChild(id: string, month: string): fc.Arbitrary<Child> {
  const year = Number(month.slice(0, 4)) - 2;
  const drawn: fc.Arbitrary<Child> = fc.record({
    id: fc.constant(id),
    birthDate: bornBetween(month, 0, 24),
    sharedCustody: fc.constantFrom(false, false, true),
    school: fc.constantFrom('none', 'nursery', 'primary', 'college', 'lycee', 'higher'),
    activity: fc.constant([{ status: 'student' as const, from: null }]),
    disability: fc.oneof(
      { weight: 4, arbitrary: fc.constant('none' as const) },
      {
        weight: 1,
        arbitrary: fc.record({
          recognised: fc.boolean(),
          incapacityRate: rate,
          substantialEmploymentRestriction: fc.boolean(),
          aeehComplement: fc.integer({ min: 0, max: 6 }),
        }),
      },
    ),
    incomes: fc
      .oneof(
        { weight: 4, arbitrary: fc.constant({ salary: 'none' as const }) },
        { weight: 1, arbitrary: arbitraryIncome(month, 1_500).map((salary) => ({ salary })) },
      )
      .map(({ salary }) => ({
        salary,
        unemployment: 'none' as const,
        pension: 'none' as const,
        disabilityPension: 'none' as const,
        alimony: 'none' as const,
      })),
    years: fc.constant(
      [year, year - 1].map((each) => ({
        year: each,
        salary: 0,
        unemployment: 0,
        pension: 0,
        disabilityPension: 0,
        alimony: 0,
        other: 0,
      })),
    ),
  });
  return drawn.map((child) => (mayWork(child, month) ? child : withoutPay(child)));
}

/** Nobody does before the year of the sixteenth birthday, and nobody is asked (Code du travail, art. L4153-1). */
const mayWork = ({ birthDate }: Child, month: string): boolean =>
  Number(month.slice(0, 4)) - Number(birthDate?.slice(0, 4)) >= 16;

const withoutPay = (child: Child): Child => ({ ...child, incomes: { ...child.incomes, salary: 'none' } });

/** A household about which everything is known, for a month. */
export function arbitraryHousehold(month: string): fc.Arbitrary<Household> {
  return fc
    .record({
      couple: fc.constantFrom('single', 'single', 'married', 'pacs', 'cohabiting'),
      first: arbitraryAdult('p1', month),
      second: arbitraryAdult('p2', month),
      children: fc
        .integer({ min: 0, max: 5 })
        .chain((n) =>
          fc.tuple(
            ...Array.from({ length: n }, (_, index) => arbitraryChild(`c${String(index + 1)}`, month)),
          ),
        ),
      separatedWithin18Months: fc.boolean(),
      expectedBirth: fc.constantFrom('none' as const, 'none' as const, {
        month: monthName(monthIndex(month) + 2),
        count: 1,
        parent: 'p1',
      }),
      housing: fc.record({
        occupancy: fc.constantFrom(
          'tenant-social',
          'tenant-unfurnished',
          'tenant-furnished',
          'owner',
          'first-time-owner-loan',
          'hosted-free',
        ),
        commune: fc.constantFrom('75056', '77001', '31555'),
        zone: fc.constantFrom(1, 2, 3),
        rent: fc.integer({ min: 0, max: 1_500 }).map((euros) => euros * 100),
        flatShare: fc.constantFrom(false, false, true),
        singleRoom: fc.constantFrom(false, false, true),
        loan: fc.record({
          signedOn: fc.constantFrom('2015-09-10', '2018-05-12', '2021-02-14'),
          regulated: fc.boolean(),
          existingBuilding: fc.boolean(),
        }),
      }),
      received: fc.record({
        rsa: spells(month, 900_00),
        aspa: spells(month, 1_000_00),
        af: spells(month, 500_00),
        cf: spells(month, 300_00),
        asf: spells(month, 600_00),
        pajeBase: spells(month, 198_00),
        aeeh: spells(month, 150_00),
        housingAid: spells(month, 500_00),
        ppa: spells(month, 600_00),
      }),
    })
    .map(({ couple, first, second, ...rest }) => ({
      ...rest,
      couple,
      separatedWithin18Months: couple === 'single' && rest.separatedWithin18Months,
      adults: couple === 'single' ? [first] : [first, second],
    }))
    .map((household) => lawful(household, month));
}

/** Without the benefits that nobody can have received, and of which nobody is asked (see never-received.ts). */
function lawful(household: Household, month: string): Household {
  const { children = [], expectedBirth, received = {} } = household;
  const age = (born: string | undefined) => yearsOld(birth(born ?? month), monthIndex(month));
  const adults = household.adults.map((adult) => lawfulAdult(adult, age(adult.birthDate)));
  const ages = adults.map(({ birthDate }) => age(birthDate));
  const childless = children.length === 0 && { af: [], cf: [], asf: [], aeeh: [] };
  const grown = children.every(({ birthDate }) => age(birthDate) >= 3) && { pajeBase: [] };
  const young = ages.every((years) => years < 62) && { aspa: [] };
  return {
    ...household,
    adults,
    ...(expectedBirth && { expectedBirth: ages.every((years) => years >= 60) ? 'none' : expectedBirth }),
    received: { ...received, ...childless, ...grown, ...young },
  };
}

function lawfulAdult(adult: Adult, age: number): Adult {
  const { disability, incomes, received, workedFiveOfLastTenYears } = adult;
  const aah = disability === 'none' ? [] : received?.aah;
  const pension = incomes?.disabilityPension !== 'none' || incomes.pension !== 'none';
  const asi = pension ? received?.asi : [];
  const worked = workedFiveOfLastTenYears === true && age >= 21 && age < 68;
  const beside = aah?.length !== 0 || asi?.length !== 0;
  return {
    ...adult,
    received: { aah, asi, mva: beside ? received?.mva : [], ass: worked ? received?.ass : [] },
  };
}

/** A month and a household seen in it. */
export const arbitraryCase: fc.Arbitrary<{ month: string; household: Household }> = arbitraryMonth.chain(
  (month) => fc.record({ month: fc.constant(month), household: arbitraryHousehold(month) }),
);
