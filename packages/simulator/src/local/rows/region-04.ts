import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-04-bourse-sanitaire-sociale',
    title: 'Bourse réunionnaise des études sanitaires et sociales',
    topic: 'etudes',
    body: {
      kind: 'region',
      name: 'Région La Réunion',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '04',
        },
      ],
    },
    conditions: {
      all: [
        {
          any: [
            {
              fact: 'status',
              op: 'intersects',
              value: ['etudiant_superieur'],
            },
            {
              all: [
                {
                  fact: 'status',
                  op: 'intersects',
                  value: ['lyceen'],
                },
                {
                  fact: 'studyYear',
                  op: '==',
                  value: 'terminale',
                },
              ],
            },
          ],
        },
        {
          fact: 'trainingSector',
          op: '==',
          value: 'sanitaire_social',
        },
      ],
    },
    manualChecks: [
      "Formation complète menant à un diplôme d'État dans un établissement agréé par la Région",
      'Demande en ligne entre août et octobre',
    ],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'month',
      what: 'versée chaque mois selon les ressources',
    },
    links: {
      info: 'https://regionreunion.com/aides-services/article/bourse-regionale-sanitaire-et-sociale',
      apply: 'https://connexion-demarches.cr-reunion.fr/accounts/register/',
    },
    core: true,
  },
  {
    id: 'region-04-etudes-quebec',
    title: 'Soutien réunionnais aux études au Québec',
    topic: 'etudes',
    body: {
      kind: 'region',
      name: 'Région La Réunion',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '04',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'familyQuotientYear',
          op: '<=',
          value: 2663100,
        },
        {
          any: [
            {
              fact: 'status',
              op: 'intersects',
              value: ['etudiant_superieur', 'demandeur_emploi'],
            },
            {
              all: [
                {
                  fact: 'status',
                  op: 'intersects',
                  value: ['lyceen'],
                },
                {
                  fact: 'studyYear',
                  op: '==',
                  value: 'terminale',
                },
              ],
            },
          ],
        },
        {
          fact: 'studyAbroadPlanned',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ['Formation et établissement inscrits au dispositif Québec'],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'once',
      what: 'selon le règlement',
    },
    links: {
      info: 'https://regionreunion.com/aides-services/article/etudier-et-vivre-au-quebec-t-interesse',
      form: 'https://regionreunion.com/IMG/pdf/ams_qc_2024_2027.pdf',
    },
    core: true,
  },
];
export default rows;
