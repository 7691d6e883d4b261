import { familyQuotient } from './family-quotient.ts';
import { news } from './news.ts';
import { BRANCH_VIEWS } from './scope-view.ts';
import type { Question, Supplier } from './supplier.ts';

type Branch = 'famille' | 'logement' | 'solidarite' | 'emploi' | 'sante' | 'retraite';

const branch = (name: Branch) => ({
  answer: ({ files }: Question) => files.msa && (files.msa[name] ?? { prestations: [] }),
  hoursOld: 9,
});

/** The agricultural scheme, for every branch. Its resources are inventions in the style of API Particulier. */
export const msa: Supplier = {
  id: 'msa',
  provider: 'MSA',
  absent: { code: '10003', title: 'Dossier MSA absent' },
  resources: {
    ...familyQuotient('msa'),
    '/v3/dss/prestations/famille': { ...branch('famille'), franceConnect: BRANCH_VIEWS.famille },
    '/v3/dss/prestations/logement': branch('logement'),
    '/v3/dss/prestations/solidarite': { ...branch('solidarite'), franceConnect: BRANCH_VIEWS.solidarite },
    '/v3/dss/prestations/emploi': { ...branch('emploi'), franceConnect: BRANCH_VIEWS.emploi },
    '/v3/dss/prestations/sante': {
      ...branch('sante'),
      news: (calendar) =>
        news(calendar, {
          id: 'msa-instants-sante',
          titre: 'Un bilan de santé offert aux salariés agricoles de plus de 45 ans',
          from: -15,
          until: 75,
          regimes: ['agricole'],
          lien: 'msa.news',
        }),
    },
    '/v3/dss/prestations/retraite': branch('retraite'),
  },
};
