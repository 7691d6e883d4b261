import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-40-permis-engagement',
    title: 'Aide landaise au permis contre un engagement',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: 'Département des Landes',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '40',
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
          value: 30,
        },
      ],
    },
    manualChecks: ["Parcours d'engagement : service civique, mandat de jeune, 40 h de bénévolat…"],
    amount: {
      kind: 'max',
      value: 45000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.landes.fr/pack-jeunes-mobilite',
    },
    core: false,
  },
];
export default rows;
