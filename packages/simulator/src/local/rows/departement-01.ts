import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-01-carte-collegiens',
    title: "Porte-monnaie sport et culture des collégiens de l'Ain",
    topic: 'culture-sport',
    body: {
      kind: 'departement',
      name: "Département de l'Ain",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '01',
        },
      ],
    },
    conditions: {
      fact: 'status',
      op: 'intersects',
      value: ['collegien'],
    },
    manualChecks: [],
    amount: {
      kind: 'fixed',
      value: 5000,
      unit: 'cents',
      period: 'once',
      parts: [
        {
          what: 'culture',
          value: 2500,
        },
        {
          what: 'sport_loisirs',
          value: 2500,
        },
      ],
    },
    links: {
      info: 'https://www.ain.fr/solutions/carte-jeunes-01/',
      apply: 'https://cartejeunes01.ain.fr/my/dashboard',
    },
    core: false,
  },
];
export default rows;
