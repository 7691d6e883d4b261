import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-33009-permis',
    title: 'Remboursement partiel du permis B ou moto (Arcachon)',
    topic: 'mobilite',
    body: {
      kind: 'commune',
      name: "Ville d'Arcachon",
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '33009',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 18,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
      ],
    },
    manualChecks: ['Permis obtenu et facture acquittée, sans condition de ressources'],
    amount: {
      kind: 'fixed',
      value: 50000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.arcaconduite.fr/pages/chapitre/bourse-permis-de-conduire.html',
    },
    core: false,
  },
];
export default rows;
