import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-94-permis-prima-strada',
    title: 'Aide corse au permis A1 ou B « Prima Strada »',
    topic: 'mobilite',
    body: {
      kind: 'region',
      name: 'Collectivité de Corse',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '94',
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
          value: 25,
        },
        {
          fact: 'familyQuotientYear',
          op: '<',
          value: 1850000,
        },
        {
          fact: 'residenceMonthsInTerritory',
          op: '>=',
          value: 24,
        },
      ],
    },
    manualChecks: [
      'Formation non commencée',
      'Aucune autre aide au permis mobilisable',
      'Demande écrite et motivée',
    ],
    amount: {
      kind: 'fixed',
      value: 50000,
      unit: 'cents',
      period: 'once',
      variants: [
        {
          when: {
            fact: 'disability',
            op: '==',
            value: true,
          },
          value: 100,
          unit: 'percent',
        },
      ],
    },
    links: {
      info: 'https://www.ghjuventu.corsica/articles/DA8C707B-5608-4C4E-A9D9-BF1F27A64DF3',
      apply: 'https://www.ghjuventu.corsica/my/dashboard',
    },
    core: true,
  },
];
export default rows;
