import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-87-permis',
    title: 'Aide au permis selon le quotient familial (Haute-Vienne)',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: 'Département de la Haute-Vienne',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '87',
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
          op: '<',
          value: 25,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<',
          value: 100100,
        },
      ],
    },
    manualChecks: ['Auto-école du département', "Pas d'aide au permis de la Région"],
    amount: {
      kind: 'scale',
      by: 'familyQuotientMonth',
      steps: [
        {
          from: 0,
          value: 50000,
        },
        {
          from: 40100,
          value: 25000,
        },
        {
          from: 77000,
          value: 15000,
        },
        {
          from: 100100,
          value: 0,
        },
      ],
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.haute-vienne.fr/nos-actions/jeunesse/besoin-dun-coup-de-pouce/aide-au-permis-de-conduire',
    },
    core: false,
  },
];
export default rows;
