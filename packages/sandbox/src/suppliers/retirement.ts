import { news } from './news.ts';
import { unreferenced, type Supplier } from './supplier.ts';

/** Pensions of the general scheme, and ASPA. An invention: no public model was found. */
export const carsat: Supplier = {
  id: 'carsat',
  provider: 'CNAV',
  absent: unreferenced,
  resources: {
    '/v3/retraite/pensions': {
      answer: ({ files }) => files.carsat,
      hoursOld: 14,
      news: (calendar) =>
        news(calendar, {
          id: 'cnav-attestation',
          titre: 'Votre attestation fiscale est disponible',
          from: -12,
          until: 120,
          lien: 'carsat.news',
        }),
    },
  },
};

/** All schemes at a glance (GIP Union Retraite). An invention too. */
export const infoRetraite: Supplier = {
  id: 'info-retraite',
  provider: 'GIP Union Retraite',
  absent: unreferenced,
  resources: {
    '/v3/retraite/regimes': { answer: ({ files }) => files['info-retraite'], hoursOld: 26 },
  },
};
