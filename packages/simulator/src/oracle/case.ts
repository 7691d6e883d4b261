import type { Adult, Child, Household, MonthlyIncome, ReceivedSpell } from '@mds-kit/contract/household';
import type {
  CaseActivities,
  CaseAdult,
  CaseChild,
  CaseIncome,
  CaseYear,
  OracleCase,
  Since,
} from './case-format.ts';

/* The one place where a case (see case-format.ts) becomes a household of ours. */

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
const activityOf = (spells: CaseActivities = []): NonNullable<Adult['activity']> =>
  spells.length > 0 ? spells : [{ status: 'inactive', from: null }];

const spells = (since: Since): ReceivedSpell[] =>
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
    incomes: incomesOf(year, adult.income, adult.incomeYearMinus2),
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
    incomes: incomesOf(year, child.income, child.incomeYearMinus2),
    years: [yearOf(child.incomeYearMinus2, year)],
  };
}

const yearOf = (income: CaseYear | undefined, year: number) => ({
  year,
  salary: cents(income?.salaryTaxable),
  unemployment: cents(income?.unemploymentTaxable),
  pension: cents(income?.pensionTaxable),
  disabilityPension: cents(income?.disabilityPension),
  alimony: cents(income?.alimonyReceived),
  other: 0,
});

type Months = readonly number[] | undefined;

/** Said of every month in which there was nothing: of this year and the one before. */
const NOTHING: Months = new Array<number>(24).fill(0);
const UNSAID = new Array<null>(12).fill(null);

/**
 * The months that a case tells, after the twelve of N-2 (`year`), over which its notice is spread: the housing aids of a
 * January look at the December before the last. Where one measure of an income is there, those that are not are left out,
 * and derived as for any household.
 */
function incomesOf(
  year: number,
  income: CaseIncome = { start: `${String(year + 1)}-01` },
  notice: CaseYear = {},
): NonNullable<Adult['incomes']> {
  const follows = income.start === `${String(year + 1)}-01`;
  const start = follows ? `${String(year)}-01` : income.start;
  const series = (yearly = 0, net: Months, taxable?: Months, gross?: Months): MonthlyIncome | 'none' => {
    const told = net ?? taxable ?? gross;
    if (told === undefined && yearly === 0) return 'none';
    const paid = told === undefined ? NOTHING : net;
    const spread = new Array<number>(12).fill(cents(yearly / 12));
    const after = <T>(before: readonly T[], months: readonly number[]) => [
      ...(follows ? before : []),
      ...monthlyCents(months),
    ];
    return {
      start,
      ...(paid && { netPaid: after(UNSAID, paid) }),
      netTaxable: after(spread, taxable ?? []),
      ...(gross && { gross: after(UNSAID, gross) }),
    };
  };
  return {
    salary: series(notice.salaryTaxable, income.salaryNet, income.salaryTaxable, income.salaryGross),
    unemployment: series(notice.unemploymentTaxable, income.unemploymentNet, income.unemploymentTaxable),
    pension: series(notice.pensionTaxable, income.pensionNet, income.pensionTaxable, income.pensionGross),
    disabilityPension: series(notice.disabilityPension, income.disabilityPension),
    alimony: series(notice.alimonyReceived, income.alimonyReceived),
    selfEmployment: 'none',
    dailyAllowance: 'none',
    rent: 'none',
    investment: 'none',
  };
}
