import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-28-loisirs-jeunes',
    title: 'Avantages loisirs des 15-25 ans en Normandie',
    topic: 'culture-sport',
    body: {
      kind: 'region',
      name: 'Région Normandie',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '28',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 15,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
      ],
    },
    manualChecks: ['Adhésion de 10 €'],
    amount: {
      kind: 'max',
      value: 17000,
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://www.normandie.fr/sites/default/files/2021-07/Flyer%20Loisirs%20Atouts%20Normandie.pdf',
      apply: 'https://atouts.normandie.fr/',
    },
    core: true,
  },
];
export default rows;
