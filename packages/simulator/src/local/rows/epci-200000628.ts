import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-200000628-permis',
    title: 'Aide au permis en Rhône Lez Provence',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'CC Rhône Lez Provence',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '200000628',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 17,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
        {
          fact: 'residenceMonthsInTerritory',
          op: '>=',
          value: 24,
        },
      ],
    },
    manualChecks: [
      'Projet professionnel exigeant le permis',
      'Auto-école conventionnée',
      'Stage citoyen de 5 jours',
    ],
    amount: {
      kind: 'fixed',
      value: 50000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://ccrlp.fr/aide-au-permis-de-conduire-un-coup-de-pouce-pour-les-jeunes-du-territoire/',
    },
    core: false,
  },
];
export default rows;
