/**
 * The monthly resources scheme (*dispositif des ressources mensuelles*): what employers declared of one person, by month
 * of payment. `POST {base}/v1/salaires?recipient=…&mois=12`, the signed identity in its body as for every supplier. An
 * invention in the style of API Particulier v3: nothing public describes the scheme's own service. What is null or empty
 * may be left out.
 */
import type {
  Contract,
  Correction,
  Employer,
  ReplacementIncome,
  Salaries,
  SalaryMonth,
} from '@mds-kit/contract/salaries';
import { z } from 'zod';
import { SituationInstant } from './additions.ts';
import { INCOMES, keysOf, MEASURES_CORRECTED, ORIGINS, STATES } from './drm-words.ts';
import { Day, hundredthsOf, MaybeDay, Month } from './wire.ts';

/** Its id in the catalogue, and the path below its base address. */
export const DRM = { supplier: 'drm', path: '/v1/salaires' } as const;

/** Three years of interim missions, several a week, are about 1 MB. */
export const DRM_LIMIT_BYTES = 4 * 1024 * 1024;

/** Euros, or hours, with at most two decimals → hundredths; negative where something was taken back. */
const Hundredths = z.number().transform((value, context) => {
  const hundredths = hundredthsOf(value);
  if (hundredths !== undefined) return hundredths;
  context.addIssue('is no sum');
  return z.NEVER;
});
const MaybeHundredths = Hundredths.nullish().transform((value) => value ?? null);

const LineId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const Code = z.string().regex(/^[0-9A-Z]{1,3}$/);
const MaybeCode = Code.nullish().transform((code) => code ?? null);

/** A firm's name, as a line of text: neither control nor bidirectional override characters. */
const FirmName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);

const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .nullish()
    .transform((list) => list ?? []);

const Rectification = z
  .object({
    mesure: z.enum(keysOf(MEASURES_CORRECTED)),
    avant: MaybeHundredths,
    apres: MaybeHundredths,
    mois_declaration: Month,
    date_declaration: Day,
    origine: z.enum(keysOf(ORIGINS)),
  })
  .transform((told): Correction => ({
    measure: MEASURES_CORRECTED[told.mesure],
    was: told.avant,
    now: told.apres,
    declaredFor: told.mois_declaration,
    declaredOn: told.date_declaration,
    how: ORIGINS[told.origine],
  }));

const Prime = z
  .object({ code: Code, montant: Hundredths, date_debut: MaybeDay, date_fin: MaybeDay })
  .transform(({ code, montant, date_debut, date_fin }) => ({
    type: code,
    cents: montant,
    from: date_debut,
    until: date_fin,
  }));

const Absence = z
  .object({ motif: Code, date_debut: Day, date_fin: MaybeDay })
  .transform(({ motif, date_debut, date_fin }) => ({ motive: motif, from: date_debut, until: date_fin }));

const Mois = z
  .object({
    id: LineId,
    mois: Month,
    etat: z.enum(keysOf(STATES)),
    montant_net_social: MaybeHundredths,
    net_verse: MaybeHundredths,
    net_fiscal: MaybeHundredths,
    brut: MaybeHundredths,
    heures: MaybeHundredths,
    periode_debut: MaybeDay,
    periode_fin: MaybeDay,
    dates_versement: listOf(Day, 100),
    primes: listOf(Prime, 200),
    absences: listOf(Absence, 100),
    rectifications: listOf(Rectification, 500),
  })
  .transform((told): SalaryMonth => ({
    id: told.id,
    month: told.mois,
    state: STATES[told.etat],
    measures: {
      netSocial: told.montant_net_social,
      netPaid: told.net_verse,
      netTaxable: told.net_fiscal,
      gross: told.brut,
    },
    hours: told.heures,
    workedFrom: told.periode_debut,
    workedUntil: told.periode_fin,
    paidOn: told.dates_versement,
    bonuses: told.primes,
    absences: told.absences,
    corrections: told.rectifications,
  }));

const Contrat = z
  .object({
    id: LineId,
    nature: MaybeCode,
    dispositif_politique_publique: MaybeCode,
    date_debut: Day,
    date_fin: MaybeDay,
    date_fin_previsionnelle: MaybeDay,
    motif_rupture: MaybeCode,
    /** Thousandths of a full-time post. */
    quotite_pour_mille: z
      .int()
      .min(0)
      .nullish()
      .transform((share) => share ?? null),
    mois: z.array(Mois).max(200),
  })
  .transform((told): Contract => ({
    id: told.id,
    nature: told.nature,
    policy: told.dispositif_politique_publique,
    from: told.date_debut,
    until: told.date_fin,
    plannedUntil: told.date_fin_previsionnelle,
    endMotive: told.motif_rupture,
    workShare: told.quotite_pour_mille,
    months: told.mois,
  }));

const Employeur = z
  .object({
    siret: z.string().regex(/^\d{14}$/),
    raison_sociale: FirmName.nullish().transform((name) => name ?? null),
    contrats: listOf(Contrat, 2000),
    /** Paid for several contracts together. */
    versements_communs: listOf(Mois, 200),
  })
  .transform((told): Employer => ({
    siret: told.siret,
    name: told.raison_sociale,
    contracts: told.contrats,
    shared: told.versements_communs,
  }));

const Revenu = z
  .object({
    id: LineId,
    nature: z.enum(keysOf(INCOMES)),
    /** An organisation's id. */
    payeur: z
      .string()
      .max(64)
      .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/),
    mois: Month,
    montant_net_social: MaybeHundredths,
    net_fiscal: MaybeHundredths,
    brut: MaybeHundredths,
  })
  .transform((told): ReplacementIncome => ({
    id: told.id,
    kind: INCOMES[told.nature],
    payer: told.payeur,
    month: told.mois,
    netSocial: told.montant_net_social,
    netTaxable: told.net_fiscal,
    gross: told.brut,
  }));

/** `data` of the answer. */
export const Salaires = z
  .object({
    date_situation: SituationInstant,
    dernier_mois_declare: Month.nullish().transform((month) => month ?? null),
    /** As many as were asked for, the last one `dernier_mois_declare` where there is one. */
    mois: z.array(Month).min(1).max(36),
    /** Those after them, up to now. */
    mois_attendus: listOf(Month, 120),
    employeurs: listOf(Employeur, 500),
    autres_revenus: listOf(Revenu, 2000),
  })
  .transform((told): SuppliedSalaries => ({
    asOf: told.date_situation,
    declaredUpTo: told.dernier_mois_declare,
    months: told.mois,
    pending: told.mois_attendus,
    employers: told.employeurs,
    incomes: told.autres_revenus,
  }));

/** What the scheme itself knows; whom to ask about it, the catalogue does. */
export type SuppliedSalaries = Omit<Salaries, 'situation' | 'organisations' | 'missing'>;

const nextMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)))).toISOString().slice(0, 7);

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((month, index) => month === other[index]);

/**
 * The salaries in `data` of an answer to a question for so many months. A month that is missing, or told twice, would
 * show one person's pay in another month's place: then nothing is shown. @throws on anything that does not fit
 */
export function readSalaires(data: unknown, months: number): SuppliedSalaries {
  const told = Salaires.parse(data);
  const all = [...told.months, ...told.pending];
  const inARow = all.slice(1).every((month, index) => month === nextMonth(all[index] ?? ''));
  const endsRight = told.declaredUpTo === null || told.months.at(-1) === told.declaredUpTo;
  if (told.months.length !== months || !inARow || !endsRight)
    throw new TypeError('other months than asked for');
  const contracts = told.employers.flatMap((employer) => employer.contracts);
  const shared = told.employers.flatMap((employer) => employer.shared);
  const whole = contracts.every((contract) =>
    isSame(
      contract.months.map(({ month }) => month),
      all,
    ),
  );
  const within = [...shared, ...told.incomes].every(({ month }) => all.includes(month));
  if (!whole || !within) throw new TypeError('a contract of other months');
  const ids = [
    ...contracts,
    ...contracts.flatMap((contract) => contract.months),
    ...shared,
    ...told.incomes,
  ].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new TypeError('a line twice');
  return told;
}
