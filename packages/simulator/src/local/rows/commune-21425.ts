import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-21425-revenu-etudiant',
    title: 'Revenu étudiant communal de Montbard',
    topic: 'etudes',
    body: {
      kind: 'commune',
      name: 'Ville de Montbard',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '21425',
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
          value: 24,
        },
      ],
    },
    manualChecks: ['Bac obtenu', 'Mission citoyenne pour la ville', 'Demande au CCAS avant fin octobre'],
    amount: {
      kind: 'max',
      value: 120000,
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://www.montbard.fr/aides-sociales-et-financieres/',
    },
    core: false,
  },
];
export default rows;
