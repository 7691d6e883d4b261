import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-11-permis-insertion',
    title: 'Chèque permis B des jeunes Franciliens en insertion',
    topic: 'mobilite',
    body: {
      kind: 'region',
      name: 'Région Île-de-France',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '11',
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
          fact: 'status',
          op: 'intersects',
          value: ['stagiaire', 'demandeur_emploi', 'sans_activite'],
        },
      ],
    },
    manualChecks: [
      "Stage financé par la Région, PACEA en mission locale, CEJ, ou recherche d'emploi en QPV ou zone rurale",
    ],
    amount: {
      kind: 'max',
      value: 130000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.iledefrance.fr/toutes-les-actualites/cheque-permis-de-conduire-pour-les-jeunes-franciliens-en-insertion-professionnelle',
    },
    core: false,
  },
  {
    id: 'region-11-sport-culture-15-17',
    title: '100 € de sport ou de culture pour les 15-17 ans (Île-de-France)',
    topic: 'culture-sport',
    body: {
      kind: 'region',
      name: 'Région Île-de-France',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '11',
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
          value: 17,
        },
      ],
    },
    manualChecks: ["Compte sur l'application régionale", 'Structure partenaire'],
    amount: {
      kind: 'fixed',
      value: 10000,
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://www.iledefrance.fr/toutes-les-faq/lapplication-mobile-labaz-faq-jeunes',
    },
    core: true,
    notes: 'Périodicité « autre » dans la source.',
  },
];
export default rows;
