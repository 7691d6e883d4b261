import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-200046977-rsj',
    title: 'Revenu de solidarité jeunes du Grand Lyon',
    topic: 'emploi',
    body: {
      kind: 'epci',
      name: 'Métropole de Lyon',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '200046977',
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
          value: 24,
        },
        {
          not: {
            fact: 'status',
            op: 'intersects',
            value: ['etudiant_superieur', 'lyceen'],
          },
        },
        {
          not: {
            fact: 'receives',
            op: 'intersects',
            value: ['rsa', 'aah', 'aeeh', 'cej'],
          },
        },
        {
          fact: 'residenceMonthsInTerritory',
          op: '>=',
          value: 6,
        },
        {
          fact: 'workIncomeMonth',
          op: '<',
          value: 40100,
        },
      ],
    },
    manualChecks: ['Ne pas être aidé par sa famille ou un proche'],
    amount: {
      kind: 'scale',
      by: 'workIncomeMonth',
      steps: [
        {
          from: 0,
          value: 42000,
        },
        {
          from: 100,
          value: 31500,
        },
        {
          from: 40100,
          value: 0,
        },
      ],
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://aides-jeunes.grandlyon.com/#c21886',
      apply: 'https://aides-jeunes.grandlyon.com/#c21886',
    },
    core: true,
    notes:
      "Barème des paramètres de juin 2021. Revenus d'activité : salaire net, stage, formation pro, prime d'activité.",
  },
  {
    id: 'epci-200046977-pret-velo',
    title: "Prêt gratuit d'un vélo aux 18-25 ans (Grand Lyon)",
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Métropole de Lyon',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '200046977',
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
          value: ['etudiant_superieur', 'demandeur_emploi', 'rsa', 'sans_activite'],
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'in-kind',
      period: 'other',
      what: "vélo prêté 3 à 12 mois, jusqu'à 2 ans",
    },
    links: {
      info: 'https://freevelov.grandlyon.com/',
      apply: 'https://reservations-freevelov.grandlyon.com/',
    },
    core: false,
  },
];
export default rows;
