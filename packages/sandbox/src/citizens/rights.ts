import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Benefit, HealthCover, Payee, PensionScheme, UnemploymentPayment } from './files.ts';
import type { Calendar } from './calendar.ts';

export const self: Payee = { lien: 'assure' };
export const child = (prenom: string): Payee => ({ lien: 'enfant', prenom });
export const partner = (prenom: string): Payee => ({ lien: 'conjoint', prenom });

type Periodicity = NonNullable<Benefit['montant']>['periodicite'];

/** An open right, paid since `since`. */
export function paid(
  code: BenefitId,
  valeur: number,
  since: string,
  payees: Payee[] = [self],
  periodicite: Periodicity = 'mensuelle',
): Benefit {
  return {
    code,
    statut: 'ouvert',
    montant: { valeur, periodicite },
    date_debut_droit: since,
    date_fin_droit: null,
    beneficiaires: payees,
  };
}

/** An open right whose amount its fund does not tell, or that has none. */
export function open(code: BenefitId, since: string, payees: Payee[] = [self]): Benefit {
  return { ...paid(code, 0, since, payees), montant: null };
}

/** Health cover that goes on, without daily allowances. */
export function covered(since: string, payees: Payee[] = [self]): HealthCover {
  return {
    droits_ouverts: true,
    date_debut: since,
    date_fin: null,
    beneficiaires: payees,
    indemnites_journalieres: [],
  };
}

/** Rights that grow while the person works. */
export const pensionRights = (code: string, libelle: string): PensionScheme => ({
  code,
  libelle,
  statut: 'droits_en_cours',
});

export const pensionPaid = (
  code: string,
  libelle: string,
  montant_mensuel_net: number,
  date_effet: string,
): PensionScheme => ({ code, libelle, statut: 'pension_servie', montant_mensuel_net, date_effet });

/** The last three monthly payments of unemployment benefit, the newest first, paid early in the month. */
export function unemploymentPayments(calendar: Calendar, amounts: [number, number, number]) {
  return amounts.map((montant, index): UnemploymentPayment => ({
    date_versement: calendar.monthDay(-index - 1, 6),
    montant_total: montant,
    montant_allocations: montant,
    montant_aides: 0,
    montant_autres: 0,
  }));
}
