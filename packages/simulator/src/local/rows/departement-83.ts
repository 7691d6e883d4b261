import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-83-dette-energie',
    title: "Prise en charge de dettes d'énergie dans le Var hors métropole",
    topic: 'energie',
    body: {
      kind: 'departement',
      name: 'Département du Var',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '83',
        },
      ],
      exclude: [
        {
          level: 'epci',
          code: '248300543',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'housingDifficulty',
          op: '==',
          value: true,
        },
        {
          fact: 'age',
          op: '>=',
          value: 18,
        },
      ],
    },
    manualChecks: [
      "Bail à son nom d'un an au moins, ou propriétaire en OPAH",
      'Séjour régulier',
      'Plafond de ressources du règlement',
    ],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'once',
      what: "tout ou partie de la dette d'énergie",
    },
    links: {
      info: 'https://www.var.fr/social/insertion/fonds-de-solidarite-logement',
    },
    core: true,
    notes: 'Mineurs émancipés admis.',
  },
];
export default rows;
