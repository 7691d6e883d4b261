import { news } from './news.ts';
import { unreferenced, type Supplier } from './supplier.ts';

/** Health insurance (Ameli). The first resource is an invention: no public model was found. */
export const cnam: Supplier = {
  id: 'cnam',
  provider: 'CNAM',
  absent: unreferenced,
  resources: {
    '/v3/assurance_maladie/droits': {
      answer: ({ files }) => files.cnam?.droits,
      franceConnect: {
        droits_assurance_maladie: { fields: ['droits_ouverts', 'date_debut', 'date_fin', 'echeances'] },
        cnam_beneficiaires: { fields: ['beneficiaires'] },
        cnam_paiements_ij: { fields: ['indemnites_journalieres'] },
      },
      news: (calendar) =>
        news(
          calendar,
          {
            id: 'cnam-vaccination',
            titre: 'Vaccination contre la grippe : la campagne est ouverte',
            texte: 'Le vaccin est pris en charge à 100 % pour les personnes à risque.',
            from: -20,
            until: 55,
            lien: 'cpam.news',
          },
          {
            id: 'cnam-independants',
            titre: 'Arrêt de travail des indépendants : ce qu’il faut envoyer',
            from: -2,
            until: 88,
            regimes: ['independant'],
            lien: 'cpam.news',
          },
          { id: 'cnam-hier', titre: 'Panne du service téléphonique', from: -4, until: -1, lien: 'cpam.news' },
        ),
    },
    '/v3/dss/complementaire_sante_solidaire': {
      answer: ({ files }) =>
        files.cnam && (files.cnam.complementaire_sante_solidaire ?? { est_beneficiaire: false }),
      franceConnect: {
        complementaire_sante_solidaire: {
          fields: [
            'est_beneficiaire',
            'avec_participation',
            'date_debut_droit',
            'date_fin_droit',
            'echeances',
          ],
        },
      },
    },
  },
};

/** A mutual that runs health insurance for teachers; same invented shape as the Cnam's. */
export const mgen: Supplier = {
  id: 'mgen',
  provider: 'MGEN',
  absent: unreferenced,
  resources: {
    '/v3/assurance_maladie/droits': {
      answer: ({ files }) => files.mgen?.droits,
      hoursOld: 30,
      news: (calendar) =>
        news(calendar, {
          id: 'mgen-complementaire',
          titre: 'Complémentaire santé des agents de l’Éducation nationale : vos questions',
          from: -30,
          until: 40,
          regimes: ['fonctionnaire'],
          lien: 'mgen.news',
        }),
    },
  },
};
