import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-56-cheques-dejeuner',
    title: 'Chèques-repas des jeunes actifs (Morbihan)',
    topic: 'alimentation',
    body: {
      kind: 'caf',
      name: 'Caf du Morbihan',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '56',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '<',
          value: 21,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 70000,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['apprenti', 'contrat_pro', 'salarie'],
        },
        {
          fact: 'dependentOnParents',
          op: '==',
          value: true,
        },
        {
          fact: 'ownWorkIncomeInSmic',
          op: '<=',
          value: 0.55,
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'voucher',
      value: 500,
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-du-morbihan/offre-de-service/vie-professionnelle/aides-aux-jeunes-les-cheques-dejeuner',
      form: 'https://www.caf.fr/sites/default/files/medias/561/vie%20professionnelle/2023-imprime-ddd-TR-jeunes.pdf',
    },
    core: false,
  },
];
export default rows;
