import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-62-outillage',
    title: "Prime d'outillage des apprentis (Pas-de-Calais)",
    topic: 'formation',
    body: {
      kind: 'caf',
      name: 'Caf du Pas-de-Calais',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '62',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 14,
        },
        {
          fact: 'age',
          op: '<',
          value: 20,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 61700,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['apprenti', 'contrat_pro'],
        },
        {
          fact: 'cafRecipientHousehold',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ["Outillage exigé par l'établissement"],
    amount: {
      kind: 'fixed',
      value: 40000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-du-pas-de-calais/actualites-departementales/apprentissage-avez-vous-demande-la-prime-l-outillage',
    },
    core: false,
    notes: "La source marque 617 comme annuel : à vérifier, l'ordre de grandeur est mensuel.",
  },
];
export default rows;
