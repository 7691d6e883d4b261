import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-75-vacances-famille',
    title: 'Vacances en famille aidées par la Caf de Paris',
    topic: 'vacances',
    body: {
      kind: 'caf',
      name: 'Caf de Paris',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '75',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 70000,
        },
        {
          fact: 'childrenCount',
          op: '>=',
          value: 1,
        },
        {
          fact: 'cafRecipientHousehold',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: [
      'Séjour Vacaf de 1 à 14 nuits en vacances scolaires zone C, un parent et un enfant présents',
    ],
    amount: {
      kind: 'max',
      value: 110000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-de-paris/offre-de-service/vie-personnelle/aide-aux-vacances-familles-avf',
    },
    core: true,
  },
];
export default rows;
