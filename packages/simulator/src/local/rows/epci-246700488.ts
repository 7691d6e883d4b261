import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-246700488-faj',
    title: "Fonds d'aide aux jeunes de l'Eurométropole de Strasbourg",
    topic: 'urgence',
    body: {
      kind: 'epci',
      name: 'Eurométropole de Strasbourg',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '246700488',
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
          fact: 'housingDifficulty',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ['Demande en mission locale', 'Famille ne pouvant pas aider'],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'once',
      what: 'aide ponctuelle',
    },
    links: {
      info: 'https://www.strasbourg.eu/fond-aide-jeunes',
    },
    core: false,
  },
];
export default rows;
