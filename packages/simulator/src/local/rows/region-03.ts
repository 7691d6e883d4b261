import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-03-faj',
    title: "Fonds d'aide aux jeunes de Guyane",
    topic: 'urgence',
    body: {
      kind: 'region',
      name: 'Collectivité Territoriale de Guyane',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '03',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 16,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
      ],
    },
    manualChecks: ["Difficulté d'insertion évaluée par la collectivité"],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.ctguyane.fr/la-collectivite-territoriale-de-guyane-finance-annuellement-le-fonds-daide-aux-jeunes-a-hauteur-de-300-000-euros/',
      form: 'https://www.ctguyane.fr/www/wp-content/uploads/2019/11/formaulaire-faj-individuel-2019-0-20121.pdf',
    },
    core: true,
  },
];
export default rows;
