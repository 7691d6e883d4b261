import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-200040715-abonnement',
    title: "Abonnement transports solidaire de l'agglomération grenobloise",
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Grenoble-Alpes-Métropole',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '200040715',
        },
      ],
    },
    conditions: {
      fact: 'familyQuotientMonth',
      op: '<=',
      value: 75500,
    },
    manualChecks: [],
    amount: {
      kind: 'reduced-tariff',
      value: 2000,
      normal: 6400,
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://www.tag.fr/68-tarification-solidaire.htm',
    },
    core: true,
  },
];
export default rows;
