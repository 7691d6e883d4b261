import type { Adult, Child, Household, MonthlyIncome, ReceivedSpell } from '@mds-kit/contract/household';
import { IsoDate, Month } from '@mds-kit/contract/formats';
import * as z from 'zod/mini';

/*
 * The format of the households with which an independent model's amounts are kept (see scripts/cases/cases.md): euros, absent means
 * no and 0, arrays have one value per month. This is the one place where it becomes a household of ours.
 */

const Euros = z.number();
const Monthly = z.optional(z.array(Euros));
const Since = z.optional(z.object({ from: Month, monthly: Euros }));
const Status = z.enum(['employed', 'unemployed', 'student', 'retired', 'inactive']);

const CaseIncome = z.object({
  start: Month,
  salaryNet: Monthly,
  salaryTaxable: Monthly,
  salaryGross: Monthly,
  unemploymentNet: Monthly,
  unemploymentTaxable: Monthly,
  pensionNet: Monthly,
  pensionTaxable: Monthly,
  pensionGross: Monthly,
  disabilityPension: Monthly,
  alimonyReceived: Monthly,
});
type CaseIncome = z.infer<typeof CaseIncome>;

const CaseYear = z.object({
  salaryTaxable: z.optional(Euros),
  unemploymentTaxable: z.optional(Euros),
  pensionTaxable: z.optional(Euros),
  disabilityPension: z.optional(Euros),
  alimonyReceived: z.optional(Euros),
});

const Activities = z.optional(z.array(z.object({ status: Status, from: z.nullable(Month) })));
const flag = z.optional(z.boolean());

const CaseAdult = z.object({
  id: z.string(),
  birthDate: IsoDate,
  nationality: z.optional(z.enum(['FR', 'EEA', 'OTHER'])),
  residencePermitYears: z.optional(z.number()),
  activity: Activities,
  disability: z.optional(
    z.object({
      incapacityRate: z.optional(z.number()),
      recognised: flag,
      substantialEmploymentRestriction: flag,
      unfitForWork: flag,
    }),
  ),
  workedFiveOfLastTenYears: flag,
  workedTwoOfLastThreeYears: flag,
  scholarship: flag,
  livretA: z.optional(Euros),
  income: z.optional(CaseIncome),
  incomeYearMinus2: z.optional(CaseYear),
  benefitsReceived: z.optional(z.object({ aah: Since, asi: Since, ass: Since, caah: Since })),
});
type CaseAdult = z.infer<typeof CaseAdult>;

const CaseChild = z.object({
  id: z.string(),
  birthDate: IsoDate,
  school: z.optional(z.enum(['none', 'nursery', 'primary', 'college', 'lycee', 'higher'])),
  activity: Activities,
  sharedCustody: flag,
  disability: z.optional(
    z.object({
      recognised: flag,
      incapacityRate: z.optional(z.number()),
      substantialEmploymentRestriction: flag,
      aeehComplement: z.optional(z.number()),
    }),
  ),
  income: z.optional(CaseIncome),
  incomeYearMinus2: z.optional(CaseYear),
});
type CaseChild = z.infer<typeof CaseChild>;

export const OracleCase = z.object({
  id: z.string(),
  month: Month,
  household: z.object({
    coupleStatus: z.enum(['single', 'married', 'pacs', 'cohabiting']),
    separatedWithin18Months: flag,
    adults: z.array(CaseAdult).check(z.minLength(1), z.maxLength(2)),
    children: z.optional(z.array(CaseChild)),
    expectedBirth: z.optional(z.object({ month: Month, count: z.number(), parent: z.string() })),
    housing: z.object({
      occupancy: z.enum([
        'tenant-social',
        'tenant-unfurnished',
        'tenant-furnished',
        'owner',
        'first-time-owner-loan',
        'hosted-free',
      ]),
      zone: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      communeInsee: z.optional(z.string()),
      rent: z.optional(Euros),
      flatShare: flag,
      singleRoom: flag,
      loanDate: z.optional(IsoDate),
      regulatedLoan: flag,
      existingBuilding: flag,
    }),
    benefitsReceived: z.optional(
      z.object({
        rsa: Since,
        aspa: Since,
        af: Since,
        cf: Since,
        asf: Since,
        pajeBase: Since,
        housingAid: Since,
      }),
    ),
  }),
  expected: z.optional(z.record(z.string(), z.number())),
});
export type OracleCase = z.infer<typeof OracleCase>;

const cents = (euros: number | undefined) => Math.round((euros ?? 0) * 100);
const monthlyCents = (values: readonly number[]) => values.map(cents);

/** The household of a case, everything in it known. */
export function householdOf({ month, household }: OracleCase): Household {
  const year = Number(month.slice(0, 4)) - 2;
  const { housing, benefitsReceived: received, expectedBirth } = household;
  return {
    couple: household.coupleStatus,
    separatedWithin18Months: household.separatedWithin18Months ?? false,
    adults: household.adults.map((adult) => adultOf(adult, year)),
    children: (household.children ?? []).map((child) => childOf(child, year)),
    expectedBirth: expectedBirth ?? 'none',
    housing: {
      occupancy: housing.occupancy,
      ...(housing.communeInsee === undefined ? {} : { commune: housing.communeInsee }),
      zone: housing.zone,
      rent: cents(housing.rent),
      flatShare: housing.flatShare ?? false,
      singleRoom: housing.singleRoom ?? false,
      loan: {
        ...(housing.loanDate === undefined ? {} : { signedOn: housing.loanDate }),
        regulated: housing.regulatedLoan ?? false,
        existingBuilding: housing.existingBuilding ?? false,
      },
    },
    received: {
      rsa: spells(received?.rsa),
      aspa: spells(received?.aspa),
      af: spells(received?.af),
      cf: spells(received?.cf),
      asf: spells(received?.asf),
      pajeBase: spells(received?.pajeBase),
      housingAid: spells(received?.housingAid),
    },
  };
}

/** Who is said to do nothing is not asked again. */
const activityOf = (spells: z.infer<typeof Activities> = []): NonNullable<Adult['activity']> =>
  spells.length > 0 ? spells : [{ status: 'inactive', from: null }];

const spells = (since: z.infer<typeof Since>): ReceivedSpell[] =>
  since === undefined ? [] : [{ from: since.from, cents: cents(since.monthly) }];

function adultOf(adult: CaseAdult, year: number): Adult {
  const { disability, benefitsReceived: received } = adult;
  return {
    id: adult.id,
    birthDate: adult.birthDate,
    nationality: ({ FR: 'french', EEA: 'eea', OTHER: 'other' } as const)[adult.nationality ?? 'FR'],
    residencePermitYears: adult.residencePermitYears ?? 0,
    // The cases count years for citizens of the EEA too: none stands for less than three months.
    threeMonthsInFrance: (adult.residencePermitYears ?? 0) > 0,
    activity: activityOf(adult.activity),
    disability: disability
      ? {
          recognised: disability.recognised ?? false,
          incapacityRate: Math.round((disability.incapacityRate ?? 0) * 100),
          substantialEmploymentRestriction: disability.substantialEmploymentRestriction ?? false,
          unfitForWork: disability.unfitForWork ?? false,
        }
      : 'none',
    scholarship: adult.scholarship ?? false,
    workedFiveOfLastTenYears: adult.workedFiveOfLastTenYears ?? false,
    workedTwoOfLastThreeYears: adult.workedTwoOfLastThreeYears ?? false,
    savings: { livretA: cents(adult.livretA), other: 0 },
    ownsOtherProperty: false,
    incomes: incomesOf(adult.income),
    years: [yearOf(adult.incomeYearMinus2, year)],
    received: {
      aah: spells(received?.aah),
      mva: spells(received?.caah),
      asi: spells(received?.asi),
      ass: spells(received?.ass),
    },
  };
}

function childOf(child: CaseChild, year: number): Child {
  const { disability } = child;
  return {
    id: child.id,
    birthDate: child.birthDate,
    sharedCustody: child.sharedCustody ?? false,
    ...(child.school === undefined ? {} : { school: child.school }),
    activity: activityOf(child.activity),
    disability: disability
      ? {
          recognised: disability.recognised ?? false,
          incapacityRate: Math.round((disability.incapacityRate ?? 0) * 100),
          substantialEmploymentRestriction: disability.substantialEmploymentRestriction ?? false,
          aeehComplement: disability.aeehComplement ?? 0,
        }
      : 'none',
    incomes: incomesOf(child.income),
    years: [yearOf(child.incomeYearMinus2, year)],
  };
}

const yearOf = (income: z.infer<typeof CaseYear> | undefined, year: number) => ({
  year,
  salary: cents(income?.salaryTaxable),
  unemployment: cents(income?.unemploymentTaxable),
  pension: cents(income?.pensionTaxable),
  disabilityPension: cents(income?.disabilityPension),
  alimony: cents(income?.alimonyReceived),
  other: 0,
});

type Series = readonly number[] | undefined;

/** Where one measure of an income is there, those that are not are left out, and derived as for any household. */
function incomesOf(income: CaseIncome | undefined): NonNullable<Adult['incomes']> {
  const series = (net: Series, taxable?: Series, gross?: Series): MonthlyIncome | 'none' => {
    if (income === undefined || (net ?? taxable ?? gross) === undefined) return 'none';
    return {
      start: income.start,
      ...(net && { netPaid: monthlyCents(net) }),
      ...(taxable && { netTaxable: monthlyCents(taxable) }),
      ...(gross && { gross: monthlyCents(gross) }),
    };
  };
  return {
    salary: series(income?.salaryNet, income?.salaryTaxable, income?.salaryGross),
    unemployment: series(income?.unemploymentNet, income?.unemploymentTaxable),
    pension: series(income?.pensionNet, income?.pensionTaxable, income?.pensionGross),
    disabilityPension: series(income?.disabilityPension),
    alimony: series(income?.alimonyReceived),
    selfEmployment: 'none',
    dailyAllowance: 'none',
    rent: 'none',
    investment: 'none',
  };
}
