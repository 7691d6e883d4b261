import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-06-autonomie-etudiant',
    title: "Aide aux parents d'étudiants (Alpes-Maritimes)",
    topic: 'etudes',
    body: {
      kind: 'caf',
      name: 'Caf des Alpes-Maritimes',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '06',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 20,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 80000,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['etudiant_superieur'],
        },
        {
          fact: 'livesWithParents',
          op: '==',
          value: true,
        },
        {
          fact: 'ownWorkIncomeInSmic',
          op: '<=',
          value: 0.55,
        },
        {
          not: {
            fact: 'receives',
            op: 'contains',
            value: 'aide_logement',
          },
        },
      ],
    },
    manualChecks: ['Bac obtenu, études en France ou à Monaco'],
    amount: {
      kind: 'fixed',
      value: 152000,
      unit: 'cents',
      period: 'once',
      installments: 2,
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-des-alpes-maritimes/offre-de-service/vie-personnelle/votre-enfant-16-ans-et-et-vous-souhaitez-le-soutenir-dans-ses-projets',
      form: 'https://www.caf.fr/sites/default/files/medias/061/Vie%20perso/2022/Demande_2020_aide_autonomie_jeunes.pdf',
    },
    core: false,
    notes: 'Versée aux parents.',
  },
];
export default rows;
