import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-52-mobilite-etudes',
    title: "Aide aux études ou stage à l'étranger (Pays de la Loire)",
    topic: 'etudes',
    body: {
      kind: 'region',
      name: 'Région Pays de la Loire',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '52',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '<=',
          value: 28,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['etudiant_superieur'],
        },
        {
          fact: 'studyAbroadPlanned',
          op: '==',
          value: true,
        },
        {
          fact: 'studyAbroadWeeks',
          op: '>=',
          value: 10,
        },
      ],
    },
    manualChecks: ["Présélection par l'établissement", 'Non cumulable avec Erasmus+ sur ce séjour'],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.paysdelaloire.fr/les-aides/envoleo',
      apply: 'https://les-aides.paysdelaloire.fr/les-aides/#/prod/connecte/F_ENVOLEO/depot/simple',
    },
    core: false,
  },
];
export default rows;
