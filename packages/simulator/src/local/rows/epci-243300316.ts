import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-243300316-tarif-solidaire',
    title: 'Réduction sur les transports bordelais selon le quotient familial',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Bordeaux Métropole',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '243300316',
        },
      ],
    },
    conditions: {
      fact: 'familyQuotientMonth',
      op: '<',
      value: 94300,
    },
    manualChecks: [],
    amount: {
      kind: 'discount-scale',
      unit: 'percent',
      period: 'year',
      variants: [
        {
          by: 'familyQuotientMonth',
          steps: [
            {
              from: 0,
              value: 100,
            },
            {
              from: 55100,
              value: 50,
            },
            {
              from: 61100,
              value: 30,
            },
            {
              from: 94300,
              value: 0,
            },
          ],
        },
      ],
    },
    links: {
      info: 'https://tarificationsolidaire.bordeaux-metropole.fr/Accueil.aspx',
      apply: 'https://tarificationsolidaire.bordeaux-metropole.fr/Identite.aspx',
    },
    core: true,
    notes: 'Barème 2021.',
  },
];
export default rows;
