import { IsoDate, Month } from '@mds-kit/contract/formats';
import * as z from 'zod/mini';

/*
 * The format of the households with which an independent model's amounts are kept (see scripts/cases/cases.md): euros,
 * absent means no and 0, arrays have one value per month.
 */

const Euros = z.number();
const Monthly = z.optional(z.array(Euros));
const Since = z.optional(z.object({ from: Month, monthly: Euros }));
export type Since = z.infer<typeof Since>;
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
export type CaseIncome = z.infer<typeof CaseIncome>;

const CaseYear = z.object({
  salaryTaxable: z.optional(Euros),
  unemploymentTaxable: z.optional(Euros),
  pensionTaxable: z.optional(Euros),
  disabilityPension: z.optional(Euros),
  alimonyReceived: z.optional(Euros),
});
export type CaseYear = z.infer<typeof CaseYear>;

/** A fraction: 0.8 for 80 %. */
const Rate = z.optional(z.number().check(z.minimum(0), z.maximum(1)));

const Activities = z.optional(z.array(z.object({ status: Status, from: z.nullable(Month) })));
export type CaseActivities = z.infer<typeof Activities>;
const flag = z.optional(z.boolean());

const CaseAdult = z.object({
  id: z.string(),
  birthDate: IsoDate,
  nationality: z.optional(z.enum(['FR', 'EEA', 'OTHER'])),
  residencePermitYears: z.optional(z.number()),
  activity: Activities,
  disability: z.optional(
    z.object({
      incapacityRate: Rate,
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
export type CaseAdult = z.infer<typeof CaseAdult>;

const CaseChild = z.object({
  id: z.string(),
  birthDate: IsoDate,
  school: z.optional(z.enum(['none', 'nursery', 'primary', 'college', 'lycee', 'higher'])),
  activity: Activities,
  sharedCustody: flag,
  disability: z.optional(
    z.object({
      recognised: flag,
      incapacityRate: Rate,
      substantialEmploymentRestriction: flag,
      aeehComplement: z.optional(z.number()),
    }),
  ),
  income: z.optional(CaseIncome),
  incomeYearMinus2: z.optional(CaseYear),
});
export type CaseChild = z.infer<typeof CaseChild>;

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
