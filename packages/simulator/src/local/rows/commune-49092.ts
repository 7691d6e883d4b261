import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-49092-mutuelle',
    title: 'Mutuelle communale de Chemillé-en-Anjou',
    topic: 'sante',
    body: {
      kind: 'commune',
      name: 'Ville de Chemillé-en-Anjou',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '49092',
        },
      ],
    },
    conditions: {
      all: [],
    },
    manualChecks: [],
    amount: {
      kind: 'in-kind',
      period: 'other',
      what: 'contrat de complémentaire santé négocié',
    },
    links: {
      info: 'https://www.chemille-en-anjou.fr/chemille-en-anjou-mutuelle-communale/',
    },
    core: false,
  },
];
export default rows;
