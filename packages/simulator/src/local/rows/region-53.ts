import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-53-equipement-lycee-pro',
    title: "Prime régionale d'équipement pour l'entrée en lycée professionnel breton",
    topic: 'formation',
    body: {
      kind: 'region',
      name: 'Région Bretagne',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '53',
        },
      ],
    },
    conditions: {
      fact: 'status',
      op: 'intersects',
      value: ['lyceen'],
    },
    manualChecks: [
      "1re année d'une formation pro de niveau 3 ou 4 dans un lycée breton, ou réorientation vers cette voie",
    ],
    amount: {
      kind: 'max',
      value: 30000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.bretagne.bzh/aides/fiches/premier-equipement-professionnel/',
    },
    core: false,
  },
];
export default rows;
