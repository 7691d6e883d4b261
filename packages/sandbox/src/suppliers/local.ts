import { news } from './news.ts';
import { unreferenced, type Supplier } from './supplier.ts';

/** Requests for social housing (SNE). An invention: no public model was found. */
export const logement: Supplier = {
  id: 'logement',
  provider: 'SNE',
  absent: unreferenced,
  resources: {
    '/v3/logement/demande_logement_social': {
      answer: ({ files }) => files.logement,
      news: (calendar) =>
        news(calendar, {
          id: 'sne-pieces',
          titre: 'Demande de logement social : une pièce à ajouter chaque année',
          from: -40,
          until: 90,
          lien: 'logement-social.news',
        }),
    },
  },
};

/** RSA, paid by the département; `montant_mensuel` is our addition to API Particulier's resource. */
export const departement: Supplier = {
  id: 'departement',
  provider: 'Département de l’Exemple',
  absent: unreferenced,
  resources: {
    '/v3/dss/revenu_solidarite_active': {
      answer: ({ files }) => files.departement,
      franceConnect: {
        revenu_solidarite_active: {
          fields: ['est_beneficiaire', 'date_debut_droit', 'montant_mensuel', 'echeances'],
        },
        revenu_solidarite_active_majoration: { fields: ['avec_majoration'] },
      },
    },
  },
};
