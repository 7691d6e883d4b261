import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-28-faj',
    title: "Fonds d'aide aux jeunes d'Eure-et-Loir",
    topic: 'urgence',
    body: {
      kind: 'departement',
      name: "Département d'Eure-et-Loir",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '28',
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
          fact: 'netWorkIncomeMonth',
          op: '<',
          value: {
            param: 'rsa.base_amount',
          },
        },
      ],
    },
    manualChecks: [
      "Être en PACEA ou PPAE et suivi par la mission locale ou l'action sociale",
      'Avoir un compte bancaire',
    ],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'once',
      what: 'aide ponctuelle logement, travail ou transport',
    },
    links: {
      info: 'https://mesdemarches.eurelien.fr/insertion-professionnelle/jai-moins-de-26-ans/je-souhaite-beneficier-du-faj/',
    },
    core: false,
  },
  {
    id: 'dept-28-aide-menagere-agee',
    title: "Aide ménagère à domicile des personnes âgées d'Eure-et-Loir",
    topic: 'autonomie',
    body: {
      kind: 'departement',
      name: "Département d'Eure-et-Loir",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '28',
        },
      ],
    },
    conditions: {
      all: [
        {
          any: [
            {
              fact: 'age',
              op: '>=',
              value: 65,
            },
            {
              all: [
                {
                  fact: 'age',
                  op: '>=',
                  value: 60,
                },
                {
                  fact: 'unfitForWork',
                  op: '==',
                  value: true,
                },
              ],
            },
          ],
        },
        {
          fact: 'gir',
          op: 'in',
          value: [5, 6],
        },
        {
          any: [
            {
              fact: 'nationality',
              op: 'in',
              value: ['fr', 'ue', 'eee'],
            },
            {
              fact: 'refugeeOrStateless',
              op: '==',
              value: true,
            },
          ],
        },
        {
          fact: 'incomeBaseAspaMonth',
          op: '<=',
          value: {
            param: 'aspa.amount',
          },
        },
        {
          not: {
            fact: 'receives',
            op: 'contains',
            value: 'apa',
          },
        },
      ],
    },
    manualChecks: [
      "Pas d'ACTP, de majoration tierce personne ni d'aide ménagère de la caisse de retraite",
      'Récupérable sur succession',
    ],
    amount: {
      kind: 'in-kind',
      period: 'other',
      what: "heures d'aide ménagère, avec participation",
    },
    links: {
      info: 'https://eurelien.fr/mon-quotidien/seniors/',
    },
    core: true,
  },
];
export default rows;
