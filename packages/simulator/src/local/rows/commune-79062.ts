import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-79062-revenu-etudiant',
    title: 'Revenu étudiant communal de Cerizay',
    topic: 'etudes',
    body: {
      kind: 'commune',
      name: 'Ville de Cerizay',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '79062',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '<',
          value: 25,
        },
        {
          any: [
            {
              fact: 'status',
              op: 'intersects',
              value: ['etudiant_superieur'],
            },
            {
              all: [
                {
                  fact: 'status',
                  op: 'intersects',
                  value: ['lyceen'],
                },
                {
                  fact: 'studyYear',
                  op: '==',
                  value: 'terminale',
                },
              ],
            },
          ],
        },
        {
          fact: 'residenceMonthsInTerritory',
          op: '>=',
          value: 12,
        },
      ],
    },
    manualChecks: [
      'Bac obtenu et études supérieures à la rentrée',
      'Sous ressources ; dépôt en mairie avant le 8 novembre',
    ],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'year',
      min: 15000,
    },
    links: {
      info: 'https://cerizay.fr/index.php/vivezvotreville/education-jeunesse/jeunesse/89-rme',
    },
    core: true,
  },
];
export default rows;
