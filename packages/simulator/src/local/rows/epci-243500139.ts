import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-243500139-tarif-solidaire',
    title: 'Abonnement STAR réduit de 50, 85 ou 100 % (Rennes)',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Rennes Métropole',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '243500139',
        },
      ],
    },
    conditions: {
      any: [
        {
          all: [
            {
              not: {
                fact: 'status',
                op: 'intersects',
                value: ['etudiant_superieur'],
              },
            },
            {
              fact: 'incomeMonthPerRennesUnit',
              op: '<=',
              value: 120000,
            },
          ],
        },
        {
          all: [
            {
              fact: 'status',
              op: 'intersects',
              value: ['etudiant_superieur'],
            },
            {
              fact: 'scholarshipLevel',
              op: '>=',
              value: 2,
            },
          ],
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'discount-scale',
      unit: 'percent',
      period: 'month',
      variants: [
        {
          when: {
            not: {
              fact: 'status',
              op: 'intersects',
              value: ['etudiant_superieur'],
            },
          },
          by: 'incomeMonthPerRennesUnit',
          steps: [
            {
              to: 90000,
              value: 100,
            },
            {
              to: 105000,
              value: 85,
            },
            {
              to: 120000,
              value: 50,
            },
          ],
        },
        {
          when: {
            fact: 'status',
            op: 'intersects',
            value: ['etudiant_superieur'],
          },
          by: 'scholarshipLevel',
          steps: [
            {
              from: 2,
              value: 50,
            },
            {
              from: 3,
              value: 85,
            },
            {
              from: 5,
              value: 100,
            },
          ],
        },
      ],
    },
    links: {
      info: 'https://transport.metropole.rennes.fr/tarifs-reduits-pour-les-transports/',
    },
    core: true,
    notes:
      'income_month_per_rennes_unit = ressources mensuelles / (1, ou 1,5 en couple ou dès un enfant, + 0,3 par enfant). Seuils datés de 2013 dans les paramètres.',
  },
];
export default rows;
