import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-33-permis-rural',
    title: 'Prise en charge du permis dans la Gironde hors métropole',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: 'Département de la Gironde',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '33',
        },
      ],
      exclude: [
        {
          level: 'epci',
          code: '243300316',
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
          value: ['demandeur_emploi', 'rsa', 'service_civique', 'sans_activite'],
        },
      ],
    },
    manualChecks: ["Critères du fonds d'aide aux jeunes", 'Engagement bénévole'],
    amount: {
      kind: 'percent-of-cost',
      value: 75,
      unit: 'percent',
      period: 'once',
    },
    links: {
      info: 'https://www.gironde.fr/acteurs-jeunesse/les-actions/aide-departementale-au-permis-de-conduire',
    },
    core: true,
  },
  {
    id: 'caf-33-vacances-famille',
    title: 'Vacances en famille aidées par la Caf de la Gironde',
    topic: 'vacances',
    body: {
      kind: 'caf',
      name: 'Caf de la Gironde',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '33',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 100000,
        },
        {
          fact: 'childrenUnder20Count',
          op: '>=',
          value: 1,
        },
        {
          fact: 'cafRecipientHousehold',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ['Séjour Vacaf de 1 à 7 nuits'],
    amount: {
      kind: 'max',
      value: 70000,
      unit: 'cents',
      period: 'once',
      shareOfCost: [30, 70],
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-de-la-gironde/offre-de-service/vie-personnelle/choisir-une-aide-vacances-2025/l-aide-aux-vacances-familles-avf',
    },
    core: false,
    notes: 'La source se contredit sur la période (pendant / hors vacances scolaires).',
  },
];
export default rows;
