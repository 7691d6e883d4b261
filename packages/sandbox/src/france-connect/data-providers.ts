import type { JWK } from 'jose';

/** What FranceConnect calls each data scope on its information page. One scope, one piece of data at one provider. */
export const DATA_SCOPES = {
  droits_assurance_maladie: 'Droits à l’assurance maladie',
  cnam_beneficiaires: 'Personnes couvertes par vos droits',
  cnam_contrats: 'Contrats de complémentaire santé',
  cnam_caisse: 'Caisse de rattachement',
  cnam_exonerations: 'Exonérations',
  cnam_medecin_traitant: 'Médecin traitant',
  cnam_presence_medecin_traitant: 'Déclaration d’un médecin traitant',
  cnam_paiements_ij: 'Indemnités journalières',
  complementaire_sante_solidaire: 'Complémentaire santé solidaire',
  cnaf_quotient_familial: 'Quotient familial',
  cnaf_allocataires: 'Allocataires du foyer',
  cnaf_enfants: 'Enfants du foyer',
  cnaf_adresse: 'Adresse',
  allocation_adulte_handicape: 'Allocation aux adultes handicapés',
  allocation_soutien_familial: 'Allocation de soutien familial',
  prime_activite: 'Prime d’activité',
  prime_activite_majoration: 'Majoration de la prime d’activité',
  revenu_solidarite_active: 'Revenu de solidarité active',
  revenu_solidarite_active_majoration: 'Majoration du revenu de solidarité active',
  'api_fc-statutaugmentev1': 'Inscription à France Travail',
  'api_fc-liste-paiementsv1': 'Paiements de France Travail',
} as const;

export type DataScope = keyof typeof DATA_SCOPES;

// Object.keys forgets what the keys are.
export const ALL_DATA_SCOPES = Object.keys(DATA_SCOPES) as readonly DataScope[];

export type EncryptionAlgorithm = 'RSA-OAEP-256' | 'ECDH-ES';

/** A data provider (*fournisseur de données*) as registered with FranceConnect. */
export type DataProvider = {
  /** Its `client_id`, and the audience of what it is answered. */
  id: string;
  /** Invented, and worthless outside the sandbox: it may stand in the open. */
  secret: string;
  /** What the information page says. */
  name: string;
  /** All that a token ever tells it. */
  scopes: readonly DataScope[];
  /** How answers to it are encrypted. */
  encryption: EncryptionAlgorithm;
  /** Its public keys: where they are (a path is one of the sandbox's suppliers), or themselves. */
  keys: { jwksUri: string } | { jwks: { keys: readonly JWK[] } };
  /** The supplier of the sandbox that it is; a program of your own has none. */
  supplier?: string;
};

const FAMILY: readonly DataScope[] = [
  'cnaf_quotient_familial',
  'cnaf_allocataires',
  'cnaf_enfants',
  'cnaf_adresse',
  'allocation_adulte_handicape',
  'allocation_soutien_familial',
  'prime_activite',
  'prime_activite_majoration',
  'revenu_solidarite_active',
  'revenu_solidarite_active_majoration',
];

const MINIMUM_INCOME: readonly DataScope[] = [
  'revenu_solidarite_active',
  'revenu_solidarite_active_majoration',
];

const HEALTH: readonly DataScope[] = [
  'droits_assurance_maladie',
  'cnam_beneficiaires',
  'cnam_contrats',
  'cnam_caisse',
  'cnam_exonerations',
  'cnam_medecin_traitant',
  'cnam_presence_medecin_traitant',
  'cnam_paiements_ij',
  // The DSS's scope: in the sandbox, the Cnam is who answers for this right.
  'complementaire_sante_solidaire',
];

const EMPLOYMENT: readonly DataScope[] = ['api_fc-statutaugmentev1', 'api_fc-liste-paiementsv1'];

/** The registration of a supplier of the sandbox, which publishes its own key. */
const supplier = (
  id: string,
  name: string,
  scopes: readonly DataScope[],
  encryption: EncryptionAlgorithm,
): DataProvider => ({
  id: `fd-${id}-bac-a-sable`,
  secret: `bac-a-sable-fd-${id}`,
  name,
  scopes,
  encryption,
  keys: { jwksUri: `/${id}/.well-known/jwks.json` },
  supplier: id,
});

/**
 * Who may ask FranceConnect about a citizen's token (`checktoken`), and what it is then told. A newcomer is a line:
 * a supplier of the sandbox as below, a program of your own as `{ id, secret, name, scopes, encryption, keys }`.
 */
export const DATA_PROVIDERS: readonly DataProvider[] = [
  supplier('cnam', 'Assurance maladie', HEALTH, 'RSA-OAEP-256'),
  supplier('cnaf', 'Caisses d’allocations familiales', FAMILY, 'ECDH-ES'),
  supplier('msa', 'Mutualité sociale agricole', FAMILY, 'ECDH-ES'),
  supplier('france-travail', 'France Travail', EMPLOYMENT, 'RSA-OAEP-256'),
  supplier('departement', 'Département de l’Exemple', MINIMUM_INCOME, 'ECDH-ES'),
];

/** One provider, and the names of what a service asks of it. */
export type DataAsked = { provider: string; labels: string[] };

/** Which data these scopes are, by who holds them; a scope of several providers stands at each. */
export function dataAsked(scopes: readonly string[]): DataAsked[] {
  return DATA_PROVIDERS.map(({ name, scopes: its }) => ({
    provider: name,
    labels: its.filter((scope) => scopes.includes(scope)).map((scope) => DATA_SCOPES[scope]),
  })).filter(({ labels }) => labels.length > 0);
}
