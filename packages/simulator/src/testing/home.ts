import type { Adult, Child, Household } from '@mds-kit/contract/household';
import { monthly } from './family.ts';

/** What a test says of a home; all else is known as well, and nothing: no housing cost, no other income, no benefit. */
export interface HomeWords {
  /** Net pay, euros a month, steady since January 2024. */
  readonly salary?: number;
  /** Lives with somebody who earns so much. */
  readonly partner?: number;
  /** Born when; or more than that. */
  readonly children?: readonly (string | Partial<Child>)[];
  readonly adult?: Partial<Adult>;
  readonly household?: Partial<Household>;
}

const NONE = {
  salary: 'none',
  unemployment: 'none',
  pension: 'none',
  disabilityPension: 'none',
  alimony: 'none',
  selfEmployment: 'none',
  dailyAllowance: 'none',
  rent: 'none',
  investment: 'none',
} as const;

const NOTHING_RECEIVED = {
  ...{ rsa: [], aspa: [], af: [], cf: [], asf: [] },
  ...{ pajeBase: [], aeeh: [], housingAid: [], ppa: [] },
};

export const withoutHousingCost: NonNullable<Household['housing']> = {
  occupancy: 'first-time-owner-loan',
  zone: 2,
  commune: '31555',
  rent: 500_00,
  flatShare: false,
  singleRoom: false,
  loan: { signedOn: '2022-03-01', regulated: false, existingBuilding: false },
};

/** Someone of 35 alone, French, in work. */
export function home(words: HomeWords = {}): Household {
  const { salary = 0, partner, children = [] } = words;
  const first = { ...grown('p1', salary), ...words.adult };
  return {
    couple: partner === undefined ? 'single' : 'married',
    separatedWithin18Months: false,
    adults: partner === undefined ? [first] : [first, grown('p2', partner)],
    children: children.map((child, index) => ({
      id: `c${String(index + 1)}`,
      sharedCustody: false,
      disability: 'none' as const,
      school: 'primary' as const,
      incomes: NONE,
      ...(typeof child === 'string' ? { birthDate: child } : child),
    })),
    expectedBirth: 'none',
    housing: withoutHousingCost,
    received: NOTHING_RECEIVED,
    ...words.household,
  };
}

function grown(id: string, salary: number): Adult {
  const yearly = Math.round(salary * 12 * 1.037) * 100;
  return {
    id,
    birthDate: '1990-05-15',
    nationality: 'french',
    residencePermitYears: 0,
    activity: [{ status: salary > 0 ? 'employed' : 'inactive', from: null }],
    disability: 'none',
    scholarship: false,
    workedFiveOfLastTenYears: false,
    workedTwoOfLastThreeYears: false,
    savings: { livretA: 0, other: 0 },
    ownsOtherProperty: false,
    incomes: salary > 0 ? { ...NONE, salary: monthly(salary) } : NONE,
    years: [2023, 2024].map((year) => ({
      year,
      salary: yearly,
      unemployment: 0,
      pension: 0,
      disabilityPension: 0,
      alimony: 0,
      other: 0,
    })),
    received: { aah: [], mva: [], asi: [], ass: [] },
  };
}

/** Received in every month of the last two years: euros a month. */
export const always = (euros: number) => [{ from: '2023-01', cents: Math.round(euros * 100) }];
