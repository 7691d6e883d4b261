import * as z from 'zod/mini';
import { Id, IsoDate, Month } from './formats.ts';

/*
 * A household (*foyer*) as the simulator takes it. Every field may be left out, and that means *unknown*, never no and
 * never 0: `children: []` says that there are none, no `children` that nobody said. It never crosses a wire towards the
 * portal (answers stay on the device); `GET /v1/situation` brings one the other way, with what is known already.
 * Money is integer euro cents, months are `YYYY-MM`.
 */

const Cents = z.int().check(z.minimum(0), z.maximum(100_000_000_00));
/** One figure per month; null: not known for that month. May be negative: a pay that was taken back. */
const MonthlyCents = z
  .array(z.nullable(z.int().check(z.minimum(-100_000_000_00), z.maximum(100_000_000_00))))
  .check(z.maxLength(120));

/**
 * What incomes the rules know, and those that they only know of: who has one of the latter is told *cannot tell*.
 *
 * - `salary`: *salaires*; `unemployment`: *allocations de chômage*; `pension`: *retraites, réversion*
 * - `disabilityPension`: *pension d'invalidité*; `alimony`: *pension alimentaire reçue*
 * - beyond the rules: `selfEmployment` (*revenus non salariés*), `dailyAllowance` (*indemnités journalières*),
 *   `rent` (*revenus fonciers*), `investment` (*revenus de capitaux*)
 */
export const INCOME_KINDS = [
  'salary',
  'unemployment',
  'pension',
  'disabilityPension',
  'alimony',
  'selfEmployment',
  'dailyAllowance',
  'rent',
  'investment',
] as const;
export const IncomeKind = z.enum(INCOME_KINDS);
export type IncomeKind = z.infer<typeof IncomeKind>;

/**
 * One kind of income over months that follow each other, in the measures that are known (*net social*, *net versé*,
 * *net imposable*, *brut*): each benefit names the one it takes, what is missing is derived from the others.
 */
export const MonthlyIncome = z.object({
  start: Month,
  netSocial: z.optional(MonthlyCents),
  netPaid: z.optional(MonthlyCents),
  netTaxable: z.optional(MonthlyCents),
  gross: z.optional(MonthlyCents),
});
export type MonthlyIncome = z.infer<typeof MonthlyIncome>;

/** `none`: has no such income, and had none in the last two years. */
const IncomeOrNone = z.union([z.literal('none'), MonthlyIncome]);

/** Incomes of one calendar year as on the tax notice (*avis d'impôt*), before any allowance: cents a year. */
export const YearlyIncome = z.object({
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  salary: z.optional(Cents),
  unemployment: z.optional(Cents),
  pension: z.optional(Cents),
  disabilityPension: z.optional(Cents),
  alimony: z.optional(Cents),
  /** Any other income of that year: beyond the rules when it is not 0. */
  other: z.optional(z.int()),
  /** Taken to be as it is today, for want of the notice: the result says so. */
  estimated: z.optional(z.boolean()),
});
export type YearlyIncome = z.infer<typeof YearlyIncome>;

export const ACTIVITIES = [
  'employed',
  'self-employed',
  'unemployed',
  'student',
  'retired',
  'inactive',
] as const;
export const Activity = z.enum(ACTIVITIES);
export type Activity = z.infer<typeof Activity>;

/** What one did, from which month on (null: always, or for longer than anybody asks); the latest last. */
const ActivitySpell = z.object({ status: Activity, from: z.nullable(Month) });

/** A benefit that is received already: the same amount every month, from `from` to `until` (or till now). */
const ReceivedSpell = z.object({ from: Month, until: z.optional(Month), cents: Cents });
export type ReceivedSpell = z.infer<typeof ReceivedSpell>;
/** An empty list: not received. Left out: unknown, but for what nobody there can have received. */
const Received = z.optional(z.array(ReceivedSpell).check(z.maxLength(60)));

/** *Handicap*, or `none`, now and in the last two years: the rate is the *taux d'incapacité* that the MDPH set, in percent. */
const Disability = z.object({
  recognised: z.optional(z.boolean()),
  incapacityRate: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  /** RSDAE, *restriction substantielle et durable d'accès à l'emploi*. */
  substantialEmploymentRestriction: z.optional(z.boolean()),
  /** *Inaptitude au travail*, recognised by the pension fund's doctor. */
  unfitForWork: z.optional(z.boolean()),
  /** *Complément d'AEEH*, the category that the CDAPH decided; 0: none. */
  aeehComplement: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
});
const DisabilityOrNone = z.optional(z.union([z.literal('none'), Disability]));

const incomes = z.optional(z.partialRecord(IncomeKind, IncomeOrNone));
const years = z.optional(z.array(YearlyIncome).check(z.maxLength(6)));
const activity = z.optional(z.array(ActivitySpell).check(z.minLength(1), z.maxLength(60)));

export const Adult = z.object({
  id: Id,
  birthDate: z.optional(IsoDate),
  nationality: z.optional(z.enum(['french', 'eea', 'other'])),
  /** Whole years of residence permit that allows to work (*titre de séjour*); for `other` alone. */
  residencePermitYears: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  /** Has lived in France for three months: what RSA asks of citizens of the EEA; for `eea` alone. */
  threeMonthsInFrance: z.optional(z.boolean()),
  activity,
  disability: DisabilityOrNone,
  /** Higher education on social criteria (*boursier*). */
  scholarship: z.optional(z.boolean()),
  /** Worked at least five of the ten years before the job ended: what ASS asks. */
  workedFiveOfLastTenYears: z.optional(z.boolean()),
  /** Worked two of the last three years full time: what RSA asks of those under 25. */
  workedTwoOfLastThreeYears: z.optional(z.boolean()),
  savings: z.optional(
    z.object({
      livretA: z.optional(Cents),
      /** Other savings, shares, life insurance: beyond the rules when it is not 0. */
      other: z.optional(Cents),
    }),
  ),
  /** Owns land or a building that is not the home: beyond the rules. */
  ownsOtherProperty: z.optional(z.boolean()),
  incomes,
  years,
  received: z.optional(z.object({ aah: Received, mva: Received, asi: Received, ass: Received })),
});
export type Adult = z.infer<typeof Adult>;

export const Child = z.object({
  id: Id,
  birthDate: z.optional(IsoDate),
  /** *Garde alternée* with allowances shared between the parents. */
  sharedCustody: z.optional(z.boolean()),
  school: z.optional(z.enum(['none', 'nursery', 'primary', 'college', 'lycee', 'higher'])),
  activity,
  disability: DisabilityOrNone,
  incomes,
  years,
});
export type Child = z.infer<typeof Child>;

/** *Zone 1, 2, 3* of the housing aids (arrêté du 27 septembre 2019): that of the commune. */
export const HousingZone = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type HousingZone = z.infer<typeof HousingZone>;

export const OCCUPANCIES = [
  'tenant-social',
  'tenant-unfurnished',
  'tenant-furnished',
  'owner',
  'first-time-owner-loan',
  'hosted-free',
] as const;

export const Housing = z.object({
  occupancy: z.optional(z.enum(OCCUPANCIES)),
  /** INSEE code of the commune, five characters. */
  commune: z.optional(z.string().check(z.regex(/^(\d{2}|2[AB])\d{3}$/))),
  zone: z.optional(HousingZone),
  /** Without charges, a month; for a first-time owner what the loan costs a month. */
  rent: z.optional(Cents),
  flatShare: z.optional(z.boolean()),
  singleRoom: z.optional(z.boolean()),
  loan: z.optional(
    z.object({
      signedOn: z.optional(IsoDate),
      /** *Prêt conventionné* or *prêt d'accession sociale*. */
      regulated: z.optional(z.boolean()),
      existingBuilding: z.optional(z.boolean()),
    }),
  ),
});
export type Housing = z.infer<typeof Housing>;

export const Household = z.object({
  couple: z.optional(z.enum(['single', 'married', 'pacs', 'cohabiting'])),
  /** For one who lives alone: separated, widowed or left less than 18 months ago (*isolement récent*). */
  separatedWithin18Months: z.optional(z.boolean()),
  /** Whoever asks first, then the partner: two for a couple. */
  adults: z.array(Adult).check(z.minLength(1), z.maxLength(2)),
  children: z.optional(z.array(Child).check(z.maxLength(20))),
  /** `none`: nobody expects a child; `count` of them in `month`, by the adult whose id is `parent`. */
  expectedBirth: z.optional(
    z.union([
      z.literal('none'),
      z.object({ month: Month, count: z.int().check(z.minimum(1), z.maximum(6)), parent: Id }),
    ]),
  ),
  housing: z.optional(Housing),
  received: z.optional(
    z.object({
      rsa: Received,
      aspa: Received,
      af: Received,
      cf: Received,
      asf: Received,
      pajeBase: Received,
      aeeh: Received,
      housingAid: Received,
      ppa: Received,
    }),
  ),
});
export type Household = z.infer<typeof Household>;
