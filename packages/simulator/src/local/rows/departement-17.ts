import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-17-permis',
    title: 'Aide charentaise-maritime au permis',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: 'Département de la Charente-Maritime',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '17',
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
          fact: 'highwayCodePassed',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ["Projet validé par un référent du fonds d'aide aux jeunes"],
    amount: {
      kind: 'max',
      value: 150000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://la.charente-maritime.fr/fiches-aides/aide-au-permis-conduire',
    },
    core: false,
  },
];
export default rows;
