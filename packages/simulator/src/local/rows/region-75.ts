import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-75-fonds-social-formation',
    title: 'Secours aux personnes en formation (Nouvelle-Aquitaine)',
    topic: 'urgence',
    body: {
      kind: 'region',
      name: 'Région Nouvelle-Aquitaine',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '75',
        },
      ],
    },
    conditions: {
      any: [
        {
          fact: 'status',
          op: 'intersects',
          value: ['demandeur_emploi', 'stagiaire', 'apprenti'],
        },
        {
          all: [
            {
              fact: 'status',
              op: 'intersects',
              value: ['etudiant_superieur'],
            },
            {
              fact: 'trainingSector',
              op: '==',
              value: 'sanitaire_social',
            },
          ],
        },
      ],
    },
    manualChecks: [
      'Formation financée par la Région ou apprentissage dans la région',
      'Dépense imprévue de logement ou de transport',
      'Attestation signée par le référent de formation',
    ],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://les-aides.nouvelle-aquitaine.fr/amenagement-du-territoire/fonds-social-formation',
    },
    core: false,
  },
  {
    id: 'region-75-carte-solidaire-transport',
    title: 'Carte de réduction TER et cars pour petits revenus (Nouvelle-Aquitaine)',
    topic: 'mobilite',
    body: {
      kind: 'region',
      name: 'Région Nouvelle-Aquitaine',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '75',
        },
      ],
    },
    conditions: {
      any: [
        {
          fact: 'familyQuotientMonth',
          op: '<',
          value: 87000,
        },
        {
          fact: 'receives',
          op: 'contains',
          value: 'aah',
        },
        {
          fact: 'receives',
          op: 'contains',
          value: 'ada',
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'discount',
      value: 80,
      unit: 'percent',
      period: 'ride',
    },
    links: {
      info: 'https://transports.nouvelle-aquitaine.fr/les-offres/la-carte-solidaire',
      apply: 'https://cartesolidaire-nouvelle-aquitaine.cba.fr/',
    },
    core: true,
    notes:
      'Le code source compare un quotient ANNUEL à 870 : à vérifier, le seuil semble mensuel. Daté 2009 dans les paramètres.',
  },
];
export default rows;
