import { familyQuotient } from './family-quotient.ts';
import { news } from './news.ts';
import { BRANCH_VIEWS } from './scope-view.ts';
import type { Question, Resource, Supplier } from './supplier.ts';

type Branch = 'famille' | 'logement' | 'solidarite' | 'emploi';

const branch =
  (name: Branch) =>
  ({ files }: Question) =>
    files.cnaf && (files.cnaf[name] ?? { prestations: [] });

const housing: Resource = {
  answer: branch('logement'),
  news: (calendar) =>
    news(calendar, {
      id: 'cnaf-loyers',
      titre: 'Votre loyer a changé ? Déclarez-le avant la fin du mois',
      from: -6,
      until: 24,
      lien: 'caf.news',
    }),
};

/** Family allowances. Its resources are inventions in the style of API Particulier, which has them one by one. */
export const cnaf: Supplier = {
  id: 'cnaf',
  provider: 'CNAF',
  absent: { code: '23003', title: 'Dossier allocataire absent' },
  resources: {
    ...familyQuotient('cnaf'),
    '/v3/dss/prestations/famille': {
      answer: branch('famille'),
      franceConnect: BRANCH_VIEWS.famille,
      news: (calendar) =>
        news(
          calendar,
          {
            id: 'cnaf-rentree',
            titre: 'Allocation de rentrée scolaire : ce qui change pour les lycéens',
            texte: 'Pensez à dire que votre enfant de 16 ans ou plus est toujours scolarisé.',
            from: -10,
            until: 45,
            lien: 'caf.news',
          },
          {
            id: 'cnaf-ancienne',
            titre: 'Fermeture exceptionnelle de l’accueil',
            from: -60,
            until: -30,
            lien: 'caf.news',
          },
        ),
    },
    '/v3/dss/prestations/logement': housing,
    '/v3/dss/prestations/solidarite': {
      answer: branch('solidarite'),
      franceConnect: BRANCH_VIEWS.solidarite,
    },
    '/v3/dss/prestations/emploi': {
      answer: branch('emploi'),
      franceConnect: BRANCH_VIEWS.emploi,
      news: (calendar) =>
        news(calendar, {
          id: 'cnaf-prime-independants',
          titre: 'Prime d’activité : déclarer un chiffre d’affaires',
          texte: 'Un simulateur vous aide à remplir la ligne des revenus non salariés.',
          from: -3,
          until: 60,
          regimes: ['independant'],
          lien: 'caf.news',
        }),
    },
  },
};
