import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-200067932-bus-solidaire',
    title: 'Abonnement de bus solidaire du golfe du Morbihan',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Golfe du Morbihan - Vannes Agglomération',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '200067932',
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
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 75200,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['demandeur_emploi', 'salarie', 'apprenti', 'contrat_pro', 'independant'],
        },
      ],
    },
    manualChecks: ['Étude par le CCAS de la commune'],
    amount: {
      kind: 'reduced-tariff',
      range: [500, 2000],
      normal: 3600,
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://www.kiceo.fr/les-abonnements/',
    },
    core: false,
  },
];
export default rows;
