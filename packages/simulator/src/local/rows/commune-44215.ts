import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-44215-permis',
    title: 'Permis B contre 50 h de bénévolat (Vertou)',
    topic: 'mobilite',
    body: {
      kind: 'commune',
      name: 'Ville de Vertou',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '44215',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 16,
        },
        {
          fact: 'age',
          op: '<=',
          value: 21,
        },
      ],
    },
    manualChecks: ['Dépôt au 20 novembre au plus tard, permis non entamé', '50 h de bénévolat'],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://vertou.fr/vivre/famille-et-jeunesse/jeunesse-11-a-21-ans/soutien-a-lautonomie/mon-passeport-liberte/',
    },
    core: false,
  },
];
export default rows;
