import * as z from 'zod/mini';
import { Id, Instant, IsoDate, Month } from './formats.ts';
import { Organisation } from './organisations.ts';
import { Missing } from './rights.ts';

/**
 * What can be said of a month's pay in one figure. They differ, and each has its use:
 *
 * - `netSocial`: *montant net social*, the one that RSA and prime d'activité take (arrêté du 31 janvier 2023)
 * - `netPaid`: *montant net versé*, what came to the bank account before income tax was kept back
 * - `netTaxable`: *net fiscal*, the one of the tax return
 * - `gross`: *brut*, what pension and unemployment rights are counted on
 */
export const MEASURES = ['netSocial', 'netPaid', 'netTaxable', 'gross'] as const;
export const Measure = z.enum(MEASURES);
export type Measure = z.infer<typeof Measure>;

/** Euro cents, negative where a later declaration took something back. null: not declared, never to be read as 0. */
const Cents = z.nullable(z.int());

export const Measures = z.object({ netSocial: Cents, netPaid: Cents, netTaxable: Cents, gross: Cents });
export type Measures = z.infer<typeof Measures>;

/** A code of the DSN norm, official value: words live in the kit's locales, unknown ones are shown as they are. */
const DsnCode = z.string().check(z.regex(/^[0-9A-Z]{1,3}$/));

/**
 * Identifies a contract, or one month of it, for the person who asked: nobody can compute from it who that is, and it
 * stays the same when the month is corrected (a report "this salary is wrong" names it).
 */
export const LineId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));
export type LineId = z.infer<typeof LineId>;

/** What a later declaration changed in a month. */
export const Correction = z.object({
  measure: z.enum([...MEASURES, 'hours']),
  /** Cents, or hundredths of an hour; null: was not declared, or is declared no more. */
  was: z.nullable(z.int()),
  now: z.nullable(z.int()),
  /** The month whose declaration brought it (*mois principal déclaré*), and the day it was made. */
  declaredFor: Month,
  declaredOn: IsoDate,
  /**
   * - `replaced`: the whole declaration was made again (*annule et remplace*)
   * - `cancelled`: the whole declaration was taken back
   * - `regularised`: a later month's declaration corrected this one (*régularisation*)
   * - `substituted`: the Urssaf or the MSA declared in the employer's place (*DSN de substitution*)
   */
  how: z.enum(['replaced', 'cancelled', 'regularised', 'substituted']),
});
export type Correction = z.infer<typeof Correction>;

/** A bonus or allowance paid beside the salary (*prime*), by its DSN code (S21.G00.52.001). */
export const Bonus = z.object({
  type: DsnCode,
  cents: z.int(),
  /** What it was earned in, where the employer said so. */
  from: z.nullable(IsoDate),
  until: z.nullable(IsoDate),
});
export type Bonus = z.infer<typeof Bonus>;

/** Off work in this month: a leave (*arrêt*, S21.G00.60.001) or another suspension of the contract (S21.G00.65.001). */
export const Absence = z.object({
  motive: DsnCode,
  from: IsoDate,
  /** Its last day; null: not known yet. */
  until: z.nullable(IsoDate),
});
export type Absence = z.infer<typeof Absence>;

/**
 * - `declared`: as the employer first declared it
 * - `corrected`: declared, and changed since: see `corrections`
 * - `not-declared`: the contract ran and the month is past, but nothing was declared: nobody can say that it is 0
 * - `pending`: its declaration is not due or not here yet
 * - `closed`: the contract had not begun, or had ended
 */
export const MonthState = z.enum(['declared', 'corrected', 'not-declared', 'pending', 'closed']);
export type MonthState = z.infer<typeof MonthState>;

/** A month of *payment* in one contract, which is the month that benefits count; `workedFrom` says what it paid for. */
export const SalaryMonth = z.object({
  id: LineId,
  month: Month,
  state: MonthState,
  measures: Measures,
  /** Hundredths of an hour: 151,67 h is 15167. */
  hours: z.nullable(z.int()),
  workedFrom: z.nullable(IsoDate),
  workedUntil: z.nullable(IsoDate),
  /** Days on which it was paid. */
  paidOn: z.array(IsoDate),
  bonuses: z.array(Bonus),
  absences: z.array(Absence),
  /** Oldest first. */
  corrections: z.array(Correction),
});
export type SalaryMonth = z.infer<typeof SalaryMonth>;

export const Contract = z.object({
  id: LineId,
  /** *Nature du contrat* (S21.G00.40.007): 01 CDI, 02 CDD, 03 interim… null: the employer did not say. */
  nature: z.nullable(DsnCode),
  /** *Dispositif de politique publique* (S21.G00.40.008): 64 and 65 are apprenticeships; null: none. */
  policy: z.nullable(DsnCode),
  from: IsoDate,
  /** Its last day; null while it runs. A planned end that has not come is no end. */
  until: z.nullable(IsoDate),
  plannedUntil: z.nullable(IsoDate),
  /** *Motif de rupture* (S21.G00.62.002). */
  endMotive: z.nullable(DsnCode),
  /** Share of a full-time post, in thousandths: 500 is a half-time one. null: not declared. */
  workShare: z.nullable(z.uint32()),
  /** One for each of `months` and `pending`, in their order. */
  months: z.array(SalaryMonth),
});
export type Contract = z.infer<typeof Contract>;

export const Siret = z.string().check(z.regex(/^\d{14}$/));

/** An establishment that declared the person. DSN holds no names of firms: `name` comes from the Sirene directory. */
export const Employer = z.object({
  siret: Siret,
  name: z.nullable(z.string()),
  contracts: z.array(Contract),
  /**
   * Payments for several contracts together, which the employer did not divide: they belong to this employer's total
   * and to no contract. Months without one are left out.
   */
  shared: z.array(SalaryMonth),
});
export type Employer = z.infer<typeof Employer>;

/** Another income that the scheme holds (*revenu de remplacement*), by month of payment. */
export const ReplacementIncome = z.object({
  id: LineId,
  kind: z.enum(['unemployment', 'pension', 'daily-allowance', 'other']),
  /** Who paid it, an organisation's id. */
  payer: Id,
  month: Month,
  netSocial: Cents,
  netTaxable: Cents,
  gross: Cents,
});
export type ReplacementIncome = z.infer<typeof ReplacementIncome>;

/**
 * - `salaries`: at least one contract has a month in the window
 * - `nothing-declared`: the scheme answered, and no employer declared anything for these months
 * - `not-answering`: the scheme did not answer: never to be read as "no salary"
 */
export const SalariesSituation = z.enum(['salaries', 'nothing-declared', 'not-answering']);
export type SalariesSituation = z.infer<typeof SalariesSituation>;

/** `GET /v1/salaries?months=12`: what employers declared, employer by employer and contract by contract. */
export const Salaries = z.object({
  situation: SalariesSituation,
  asOf: Instant,
  /** The last month that employers have declared; null: nothing is known of any month. */
  declaredUpTo: z.nullable(Month),
  /** As many months as were asked for, in their order, the last one `declaredUpTo`. */
  months: z.array(Month),
  /** Those after it, up to now: not declared yet. */
  pending: z.array(Month),
  /** The one with the latest payment first. */
  employers: z.array(Employer),
  incomes: z.array(ReplacementIncome),
  /** Whom to ask: the bodies that manage the declarations. */
  organisations: z.array(Organisation),
  missing: z.array(Missing),
});
export type Salaries = z.infer<typeof Salaries>;

/** How many months may be asked for, and how many are when nobody says. */
export const MONTHS = { least: 1, most: 36, usual: 12 } as const;
