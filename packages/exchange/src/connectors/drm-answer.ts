/** The other side of `drm.ts`: `data` of the answer, as the scheme's own program writes it. */
import type { Contract, Correction, ReplacementIncome, SalaryMonth } from '@mds-kit/contract/salaries';
import type { z } from 'zod';
import { INCOMES, MEASURES_CORRECTED, ORIGINS, STATES, wordFor } from './drm-words.ts';
import type { Salaires, SuppliedSalaries } from './drm.ts';

type Written = z.input<typeof Salaires>;
type WrittenEmployer = NonNullable<Written['employeurs']>[number];
type WrittenContract = NonNullable<WrittenEmployer['contrats']>[number];
type WrittenMonth = WrittenContract['mois'][number];
type WrittenCorrection = NonNullable<WrittenMonth['rectifications']>[number];
type WrittenIncome = NonNullable<Written['autres_revenus']>[number];

/** Hundredths as the decimal that reads back as the very same: 15105 is 151.05. */
const decimal = (hundredths: number | null) => (hundredths === null ? undefined : hundredths / 100);
const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);

/** Nothing is left out that is not null or empty: months of a contract that is over are most of an answer. */
export function salairesOf(known: SuppliedSalaries): Written {
  return {
    date_situation: known.asOf,
    dernier_mois_declare: known.declaredUpTo,
    mois: known.months,
    mois_attendus: known.pending,
    employeurs: known.employers.map(({ siret, name, contracts, shared }): WrittenEmployer => ({
      siret,
      raison_sociale: name ?? undefined,
      contrats: contracts.map(contrat),
      versements_communs: some(shared.map(mois)),
    })),
    autres_revenus: some(known.incomes.map(revenu)),
  };
}

const contrat = (told: Contract): WrittenContract => ({
  id: told.id,
  nature: told.nature ?? undefined,
  dispositif_politique_publique: told.policy ?? undefined,
  date_debut: told.from,
  date_fin: told.until ?? undefined,
  date_fin_previsionnelle: told.plannedUntil ?? undefined,
  motif_rupture: told.endMotive ?? undefined,
  quotite_pour_mille: told.workShare ?? undefined,
  mois: told.months.map(mois),
});

const mois = ({ measures, ...told }: SalaryMonth): WrittenMonth => ({
  id: told.id,
  mois: told.month,
  etat: wordFor(STATES, told.state),
  montant_net_social: decimal(measures.netSocial),
  net_verse: decimal(measures.netPaid),
  net_fiscal: decimal(measures.netTaxable),
  brut: decimal(measures.gross),
  heures: decimal(told.hours),
  periode_debut: told.workedFrom ?? undefined,
  periode_fin: told.workedUntil ?? undefined,
  dates_versement: some(told.paidOn),
  primes: some(
    told.bonuses.map(({ type, cents, from, until }) => ({
      code: type,
      montant: cents / 100,
      date_debut: from ?? undefined,
      date_fin: until ?? undefined,
    })),
  ),
  absences: some(
    told.absences.map(({ motive, from, until }) => ({
      motif: motive,
      date_debut: from,
      date_fin: until ?? undefined,
    })),
  ),
  rectifications: some(told.corrections.map(rectification)),
});

const rectification = (told: Correction): WrittenCorrection => ({
  mesure: wordFor(MEASURES_CORRECTED, told.measure),
  avant: decimal(told.was),
  apres: decimal(told.now),
  mois_declaration: told.declaredFor,
  date_declaration: told.declaredOn,
  origine: wordFor(ORIGINS, told.how),
});

const revenu = (told: ReplacementIncome): WrittenIncome => ({
  id: told.id,
  nature: wordFor(INCOMES, told.kind),
  payeur: told.payer,
  mois: told.month,
  montant_net_social: decimal(told.netSocial),
  net_fiscal: decimal(told.netTaxable),
  brut: decimal(told.gross),
});
