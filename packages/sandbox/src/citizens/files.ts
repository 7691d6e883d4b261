/**
 * What each supplier holds about a person: its file (*dossier*), written as the wire shows it. The shapes
 * resemble API Particulier v3 (snake_case French, euros as numbers with two decimals, ISO days); those of
 * retirement, housing and training account have no public model and are inventions in the same style.
 * A supplier without a file answers "dossier absent".
 */
import type { BenefitId } from '@mds-kit/contract/benefits';
import type { ProcedureId } from '@mds-kit/contract/procedures';

/** Something to do before a day (*échéance*). */
export type Deadline = { demarche: ProcedureId; avant_le: string };

type WithDeadlines = { echeances?: Deadline[] };

export type Payee = { lien: 'assure' | 'enfant' | 'conjoint'; prenom?: string };

/** One benefit of a fund. `montant: null` is a right without an amount, never 0 €. */
export type Benefit = {
  code: BenefitId;
  statut: 'ouvert' | 'suspendu' | 'en_attente' | 'termine';
  montant: { valeur: number; periodicite: 'mensuelle' | 'trimestrielle' | 'annuelle' | 'unique' } | null;
  date_debut_droit: string | null;
  date_fin_droit: string | null;
  beneficiaires: Payee[];
};

export type Benefits = { prestations: Benefit[] } & WithDeadlines;

/** The supplier does not transmit this branch yet: neither a right nor its absence. */
export type NotTransmitted = { couvert: false };

export type HealthCover = {
  droits_ouverts: boolean;
  date_debut: string | null;
  date_fin: string | null;
  beneficiaires: Payee[];
  indemnites_journalieres: {
    nature: 'maladie' | 'maternite';
    montant_jour: number;
    date_debut: string;
    date_fin: string | null;
  }[];
} & WithDeadlines;

export type SolidarityHealth = {
  est_beneficiaire: boolean;
  avec_participation?: boolean;
  date_debut_droit?: string;
  date_fin_droit?: string;
} & WithDeadlines;

export type Pensions = {
  pensions: { nature: 'personnelle' | 'reversion'; montant_mensuel_net: number; date_effet: string }[];
  aspa: { est_beneficiaire: boolean; montant_mensuel?: number; date_debut_droit?: string };
} & WithDeadlines;

export type PensionScheme = {
  code: string;
  libelle: string;
  statut: 'pension_servie' | 'droits_en_cours';
  montant_mensuel_net?: number;
  date_effet?: string;
};

export type Registration = {
  date_debut: string;
  date_fin: string | null;
  categorie: { code: 1 | 2 | 3 | 4 | 5; libelle: string };
  code_certification_cnav: 'VC';
};

export type UnemploymentPayment = {
  date_versement: string;
  montant_total: number;
  montant_allocations: number;
  montant_aides: number;
  montant_autres: number;
};

export type SocialHousingRequest = {
  statut: 'active' | 'satisfaite' | 'radiee';
  date_depot: string;
  date_renouvellement: string | null;
};

export type MinimumIncome = {
  est_beneficiaire: boolean;
  avec_majoration?: boolean;
  date_debut_droit?: string;
  montant_mensuel?: number;
} & WithDeadlines;

/** Whom a family fund knows beside the person, and the home that it knows of; what it says of the person is on their card. */
export type Family = {
  conjoint?: { nom_naissance: string; prenoms: string; date_naissance: string; sexe: 'M' | 'F' };
  enfants: { prenoms: string; date_naissance: string; sexe: 'M' | 'F' }[];
  /** *Quotient familial*, whole euros. */
  quotient: number;
  logement?: {
    statut_occupation: 'locataire_hlm' | 'locataire_vide' | 'locataire_meuble' | 'proprietaire';
    /** Of a real commune, so that a simulation finds its zone and what is offered there. */
    code_cog_insee_commune: string;
    loyer_hors_charges?: number;
  };
};

export type Files = {
  cnaf?: Partial<Record<'famille' | 'logement' | 'solidarite' | 'emploi', Benefits>> & { foyer?: Family };
  msa?: Partial<
    Record<'famille' | 'logement' | 'solidarite' | 'emploi' | 'sante' | 'retraite', Benefits | NotTransmitted>
  > & { foyer?: Family };
  cnam?: { droits: HealthCover; complementaire_sante_solidaire?: SolidarityHealth };
  mgen?: { droits: HealthCover };
  carsat?: Pensions;
  'info-retraite'?: { regimes: PensionScheme[] } & WithDeadlines;
  'france-travail'?: {
    identifiant: string;
    inscription: Registration;
    paiements: UnemploymentPayment[];
  } & WithDeadlines;
  cpf?: { solde: number; date_solde: string };
  logement?: { demandes: SocialHousingRequest[] } & WithDeadlines;
  departement?: MinimumIncome;
};
