import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-23-bafa',
    title: 'Aide de la Caf de la Creuse à la session générale du BAFA',
    topic: 'formation',
    body: {
      kind: 'caf',
      name: 'Caf de la Creuse',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '23',
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
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 120000,
        },
        {
          fact: 'cafRecipientHousehold',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ['Organisme conventionné', 'Pas déjà payé en entier par un employeur'],
    amount: {
      kind: 'max',
      value: 30000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-de-la-creuse/offre-de-service/vie-professionnelle/je-recherche-une-aide-pour-passer-mon-bafa#LaidelocaleCoupdepoucepourlaformationgnrale',
    },
    core: false,
  },
];
export default rows;
