import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-56260-epicerie-solidaire',
    title: 'Épicerie solidaire de Vannes',
    topic: 'alimentation',
    body: {
      kind: 'commune',
      name: 'Ville de Vannes',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '56260',
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
          any: [
            {
              fact: 'status',
              op: 'intersects',
              value: ['demandeur_emploi', 'contrat_pro', 'salarie', 'independant', 'rsa', 'sans_activite'],
            },
            {
              fact: 'childrenCount',
              op: '>=',
              value: 1,
            },
            {
              fact: 'disability',
              op: '==',
              value: true,
            },
          ],
        },
      ],
    },
    manualChecks: ['Reste à vivre calculé par le CCAS', 'Avant 25 ans : autonomie financière et fiscale'],
    amount: {
      kind: 'in-kind',
      period: 'other',
      what: "accès à l'épicerie sociale",
    },
    links: {
      info: 'https://www.mairie-vannes.fr/action-sociale-et-insertion',
    },
    core: true,
  },
];
export default rows;
