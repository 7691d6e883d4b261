import { news } from './news.ts';
import { unreferenced, type Question, type Supplier } from './supplier.ts';

function statusOf({ citizen, files }: Question) {
  const file = files['france-travail'];
  if (!file) return undefined;
  const { identity } = citizen;
  const { inscription, identifiant, echeances } = file;
  return {
    identifiant,
    identite: {
      civilite: identity.gender === 'female' ? 'MME' : 'M',
      nom_naissance: identity.family_name,
      nom_usage: null,
      prenom: identity.given_name_array[0],
      sexe: identity.gender === 'female' ? 'F' : 'M',
      date_naissance: identity.birthdate,
    },
    // 01 99 00 …: numbers kept for fiction (Arcep, décision 2018-0881).
    contact: { telephone: '0199000000', telephone2: null, email: identity.email },
    adresse: { code_postal_ville: '69990 VILLE-EXEMPLE', pays: 'FRANCE' },
    inscription,
    ...(echeances && { echeances }),
  };
}

/**
 * Registration and benefits, in the shapes of API Particulier v3, where they have no FranceConnect mode: that one is in
 * the style of the others, under the scopes of France Travail's own API.
 */
export const franceTravail: Supplier = {
  id: 'france-travail',
  provider: 'France Travail',
  absent: unreferenced,
  resources: {
    '/v3/france_travail/statut/identifiant': {
      answer: statusOf,
      franceConnect: {
        'api_fc-statutaugmentev1': {
          fields: ['identifiant', 'identite', 'contact', 'adresse', 'inscription', 'echeances'],
        },
      },
      news: (calendar) =>
        news(calendar, {
          id: 'ft-ateliers',
          titre: 'Un atelier près de chez vous : préparer un entretien',
          from: -5,
          until: 20,
          lien: 'france-travail.news',
        }),
    },
    '/v3/france_travail/indemnites/identifiant': {
      answer: ({ files }) => {
        const file = files['france-travail'];
        return file && { identifiant: file.identifiant, paiements: file.paiements };
      },
      franceConnect: { 'api_fc-liste-paiementsv1': { fields: ['identifiant', 'paiements'] } },
    },
  },
};

/** The training account (*Mon compte formation*). An invention: no public model was found. */
export const cpf: Supplier = {
  id: 'cpf',
  provider: 'Caisse des dépôts',
  absent: unreferenced,
  resources: { '/v3/compte_formation/solde': { answer: ({ files }) => files.cpf, hoursOld: 72 } },
};
