import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-244400404-tarif-solidaire',
    title: 'Réduction sur les transports nantais selon le quotient familial',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Nantes Métropole',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '244400404',
        },
      ],
    },
    conditions: {
      any: [
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 60000,
        },
        {
          fact: 'receives',
          op: 'contains',
          value: 'aah',
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
            fact: 'receives',
            op: 'contains',
            value: 'aah',
          },
          value: 100,
        },
        {
          by: 'familyQuotientMonth',
          steps: [
            {
              to: 35000,
              value: 100,
            },
            {
              to: 50000,
              value: 90,
            },
            {
              to: 60000,
              value: 70,
            },
          ],
        },
      ],
    },
    links: {
      info: 'https://metropole.nantes.fr/tan-tarifs-solidaires',
    },
    core: true,
  },
];
export default rows;
