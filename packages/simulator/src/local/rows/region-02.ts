import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-02-aide-etudiants',
    title: 'Allocation annuelle aux étudiants martiniquais',
    topic: 'etudes',
    body: {
      kind: 'region',
      name: 'Collectivité Territoriale de Martinique',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '02',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'status',
          op: 'intersects',
          value: ['etudiant_superieur'],
        },
        {
          fact: 'familyQuotientYear',
          op: '<=',
          value: 2800000,
        },
        {
          fact: 'nationality',
          op: 'in',
          value: ['fr', 'ue'],
        },
        {
          any: [
            {
              fact: 'age',
              op: '<',
              value: 30,
            },
            {
              fact: 'childrenCount',
              op: '>=',
              value: 1,
            },
            {
              fact: 'disability',
              op: '==',
              value: true,
            },
          ],
        },
      ],
    },
    manualChecks: [
      'Domicile fiscal en Martinique (soi ou ses parents)',
      'Formation non déjà aidée par la Collectivité',
      'Âge : 1 an de plus par enfant à charge, sans limite en cas de handicap ; au-delà, passage en commission',
    ],
    amount: {
      kind: 'max',
      value: 140000,
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://ct-martinique-production.mgcloud.fr/document-collect/ctmartinique/root/public/usagers/ATE%20-%20FICHE%20INFORMATIVE.pdf',
      apply:
        'https://mesaides.collectivitedemartinique.mq/account-management/ctmartinique-demandeurs/ux/#/login',
    },
    core: true,
  },
  {
    id: 'region-02-bourse-sanitaire-sociale',
    title: 'Bourse martiniquaise des formations sanitaires et sociales',
    topic: 'etudes',
    body: {
      kind: 'region',
      name: 'Collectivité Territoriale de Martinique',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '02',
        },
      ],
    },
    conditions: {
      fact: 'trainingSector',
      op: '==',
      value: 'sanitaire_social',
    },
    manualChecks: ["Établissement agréé et diplôme d'État visé", 'Ressources du demandeur ou de sa famille'],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'year',
      what: 'selon les ressources',
    },
    links: {
      info: 'https://www.spot.mq/zoom-sur/lancement-de-la-campagne-2024-2025-26-juillet-2024',
      apply:
        'https://ct-martinique-production.mgcloud.fr/account-management/ctmartinique-demandeurs/ux/#/login',
    },
    core: false,
    notes: "La source ne pose qu'une question d'intérêt, pas un filtre de filière.",
  },
];
export default rows;
