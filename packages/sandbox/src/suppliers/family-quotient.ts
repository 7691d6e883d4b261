import type { PivotIdentity } from '../citizens/citizen.ts';
import type { Question, Resource } from './supplier.ts';

const claimant = (identity: PivotIdentity) => ({
  nom_naissance: identity.family_name,
  nom_usage: null,
  prenoms: identity.given_name,
  date_naissance: identity.birthdate,
  sexe: identity.gender === 'female' ? 'F' : 'M',
});

function answer(fund: 'cnaf' | 'msa', { citizen, files, calendar }: Question): object | undefined {
  const home = files[fund]?.foyer;
  if (!home) return undefined;
  const { identity } = citizen;
  const [annee, mois] = calendar.monthStart(0).split('-').map(Number);
  return {
    allocataires: [claimant(identity), ...(home.conjoint ? [{ ...home.conjoint, nom_usage: null }] : [])],
    enfants: home.enfants.map((child) => ({
      nom_naissance: identity.family_name,
      nom_usage: null,
      ...child,
    })),
    adresse: {
      destinataire: `${identity.given_name_array[0] ?? ''} ${identity.family_name}`,
      numero_libelle_voie: '1 PLACE DE L’EXEMPLE',
      code_postal_ville: '69990 VILLE-EXEMPLE',
      pays: 'FRANCE',
    },
    quotient_familial: {
      fournisseur: fund.toUpperCase(),
      valeur: home.quotient,
      annee,
      mois,
      annee_calcul: annee,
      mois_calcul: mois,
    },
    ...(home.logement && { logement: home.logement }),
  };
}

/** Who lives together, as API Particulier shapes it; `logement` is ours. Told to a signed assertion only. */
export const familyQuotient = (fund: 'cnaf' | 'msa'): Readonly<Record<string, Resource>> => ({
  '/v3/dss/quotient_familial': { answer: (question) => answer(fund, question) },
});
