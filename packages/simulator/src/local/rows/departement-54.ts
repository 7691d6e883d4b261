import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-54-activites-6-16',
    title: "Aide à l'inscription sport, culture ou loisirs des 6-16 ans (Meurthe-et-Moselle)",
    topic: 'culture-sport',
    body: {
      kind: 'departement',
      name: 'Département de Meurthe-et-Moselle',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '54',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 6,
        },
        {
          fact: 'age',
          op: '<=',
          value: 16,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<',
          value: 65100,
        },
      ],
    },
    manualChecks: ['Activité suivie au moins un trimestre (ni centre aéré, ni séjour, ni stage court)'],
    amount: {
      kind: 'scale',
      by: 'familyQuotientMonth',
      steps: [
        {
          from: 0,
          value: 10000,
        },
        {
          from: 45100,
          value: 7000,
        },
        {
          from: 55100,
          value: 5000,
        },
        {
          from: 65100,
          value: 0,
        },
      ],
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://meurthe-et-moselle.fr/actions/education-populaire-jeunesse-sports/sport/pass-jeunes-54',
    },
    core: true,
    notes: 'Se calcule pour chaque enfant.',
  },
];
export default rows;
