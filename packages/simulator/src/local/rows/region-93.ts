import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-93-pass-sante-jeunes',
    title: "Consultations de santé gratuites pour les 15-26 ans (Provence-Alpes-Côte d'Azur)",
    topic: 'sante',
    body: {
      kind: 'region',
      name: "Région Provence-Alpes-Côte d'Azur",
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '93',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 15,
        },
        {
          fact: 'age',
          op: '<=',
          value: 26,
        },
      ],
    },
    manualChecks: [
      'Être lycéen, apprenti, étudiant, en filière sanitaire et sociale, en mission locale, inscrit à France Travail, stagiaire, en contrat pro ou en service civique dans la région',
    ],
    amount: {
      kind: 'in-kind',
      period: 'other',
      what: 'chéquier de consultations, dont psychologue',
    },
    links: {
      info: 'https://www.maregionsud.fr/vos-aides/detail/pass-sante-jeunes',
    },
    core: true,
  },
];
export default rows;
