import type { Adult, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';

type Forget = (household: Household) => Household;
const forgetAdult =
  (forget: (adult: Adult) => Adult): Forget =>
  (household) => ({
    ...household,
    adults: household.adults.map((adult, index) =>
      index === household.adults.length - 1 ? forget(adult) : adult,
    ),
  });
const without = <T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> => {
  const { [key]: _gone, ...rest } = whole;
  return rest;
};

/** What may be forgotten of a household, each by its name: filling it in again must stay inside what was said before. */
export const FORGETTING: Readonly<Record<string, Forget>> = {
  rent: (household) => ({ ...household, housing: without(household.housing ?? {}, 'rent') }),
  flatShare: (household) => ({ ...household, housing: without(household.housing ?? {}, 'flatShare') }),
  salary: forgetAdult((adult) => ({ ...adult, incomes: without(adult.incomes ?? {}, 'salary') })),
  pension: forgetAdult((adult) => ({ ...adult, incomes: without(adult.incomes ?? {}, 'pension') })),
  unemployment: forgetAdult((adult) => ({ ...adult, incomes: without(adult.incomes ?? {}, 'unemployment') })),
  alimony: forgetAdult((adult) => ({ ...adult, incomes: without(adult.incomes ?? {}, 'alimony') })),
  disabilityPension: forgetAdult((adult) => ({
    ...adult,
    incomes: without(adult.incomes ?? {}, 'disabilityPension'),
  })),
  selfEmployment: forgetAdult((adult) => ({
    ...adult,
    incomes: without(adult.incomes ?? {}, 'selfEmployment'),
  })),
  dailyAllowance: forgetAdult((adult) => ({
    ...adult,
    incomes: without(adult.incomes ?? {}, 'dailyAllowance'),
  })),
  allIncomes: forgetAdult((adult) => without(adult, 'incomes')),
  scholarship: forgetAdult((adult) => without(adult, 'scholarship')),
  notice: forgetAdult((adult) => ({ ...without(adult, 'years'), years: [] })),
  savings: forgetAdult((adult) => without(adult, 'savings')),
  property: forgetAdult((adult) => without(adult, 'ownsOtherProperty')),
  disability: forgetAdult((adult) => without(adult, 'disability')),
  activity: forgetAdult((adult) => without(adult, 'activity')),
  nationality: forgetAdult((adult) => without(adult, 'nationality')),
  permit: forgetAdult((adult) => without(without(adult, 'residencePermitYears'), 'threeMonthsInFrance')),
  birthDate: forgetAdult((adult) => without(adult, 'birthDate')),
  worked: forgetAdult((adult) => without(adult, 'workedTwoOfLastThreeYears')),
  careerWorked: forgetAdult((adult) => without(adult, 'workedFiveOfLastTenYears')),
  adultReceived: forgetAdult((adult) => without(adult, 'received')),
  custody: (household) => ({
    ...household,
    children: (household.children ?? []).map((child) => without(child, 'sharedCustody')),
  }),
  childDisability: (household) => ({
    ...household,
    children: (household.children ?? []).map((child) => without(child, 'disability')),
  }),
  childBirth: (household) => ({
    ...household,
    children: (household.children ?? []).map((child, index) =>
      index === 0 ? without(child, 'birthDate') : child,
    ),
  }),
  childIncomes: (household) => ({
    ...household,
    children: (household.children ?? []).map((child) => without(child, 'incomes')),
  }),
  childNotice: (household) => ({
    ...household,
    children: (household.children ?? []).map((child) => without(child, 'years')),
  }),
  occupancy: (household) => ({ ...household, housing: without(household.housing ?? {}, 'occupancy') }),
  loan: (household) => ({ ...household, housing: without(household.housing ?? {}, 'loan') }),
  separation: (household) => without(household, 'separatedWithin18Months'),
  expectedBirth: (household) => without(household, 'expectedBirth'),
  received: (household) => without(household, 'received'),
  children: (household) => without(household, 'children'),
  couple: (household) => without(household, 'couple'),
  zone: (household) => ({
    ...household,
    housing: without(without(household.housing ?? {}, 'zone'), 'commune'),
  }),
  housing: (household) => without(household, 'housing'),
};

/** One to four things forgotten. */
export const arbitraryForgetting: fc.Arbitrary<readonly string[]> = fc.subarray(Object.keys(FORGETTING), {
  minLength: 1,
  maxLength: 4,
});

export const withUnknown = (household: Household, names: readonly string[]): Household =>
  names.reduce((forgotten, name) => FORGETTING[name]?.(forgotten) ?? forgotten, household);
