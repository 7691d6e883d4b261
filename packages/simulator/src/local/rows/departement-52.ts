import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-52-pret-informatique',
    title: "Prêt sans intérêt pour l'ordinateur d'un jeune (Haute-Marne)",
    topic: 'equipement',
    body: {
      kind: 'caf',
      name: 'Caf de la Haute-Marne',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '52',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 10,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 80000,
        },
      ],
    },
    manualChecks: [
      "10-18 ans : usage scolaire ; jusqu'à 25 ans : se former ou retravailler",
      'Un prêt par foyer tous les 5 ans',
    ],
    amount: {
      kind: 'loan',
      value: 50000,
      unit: 'cents',
      period: 'once',
      repayment: {
        amount: 3500,
        per: 'month',
      },
      upTo: true,
    },
    links: {
      info: 'https://www.caf.fr/sites/default/files/medias/521/FLASH%20caf%20htemarne_%20D%C3%A9pliant%20RIASF_DL.pdf',
    },
    core: false,
  },
];
export default rows;
