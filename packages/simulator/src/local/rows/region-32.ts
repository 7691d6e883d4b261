import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-32-equipement-apprenti',
    title: 'Aide de rentrée des apprentis des Hauts-de-France (livres, équipement)',
    topic: 'formation',
    body: {
      kind: 'region',
      name: 'Région Hauts-de-France',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '32',
        },
      ],
    },
    conditions: {
      fact: 'status',
      op: 'intersects',
      value: ['apprenti'],
    },
    manualChecks: ["1re année d'apprentissage"],
    amount: {
      kind: 'fixed',
      value: 20000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://guide-aides.hautsdefrance.fr/spip.php?page=dispositif&id_dispositif=595',
    },
    core: false,
  },
  {
    id: 'region-32-trajet-travail',
    title: 'Aide mensuelle au trajet domicile-travail en véhicule personnel (Hauts-de-France)',
    topic: 'mobilite',
    body: {
      kind: 'region',
      name: 'Région Hauts-de-France',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '32',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'status',
          op: 'intersects',
          value: ['salarie', 'apprenti'],
        },
        {
          fact: 'netSalaryInSmic',
          op: '<=',
          value: 2,
        },
        {
          any: [
            {
              fact: 'commuteKm',
              op: '>=',
              value: 20,
            },
            {
              all: [
                {
                  fact: 'commuteKm',
                  op: '>=',
                  value: 10,
                },
                {
                  fact: 'carpoolRegistered',
                  op: '==',
                  value: true,
                },
              ],
            },
            {
              all: [
                {
                  fact: 'commuteKm',
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
      ],
    },
    manualChecks: [
      'Trajets surtout faits en véhicule motorisé personnel',
      "CDI, CDD d'un mois au moins, ou apprentissage",
    ],
    amount: {
      kind: 'max',
      value: 2000,
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://aides.hautsdefrance.fr/sub/tiers/aides/details/?sigle=ATPS24',
    },
    core: true,
  },
  {
    id: 'region-32-garde-enfant',
    title: 'Aide mensuelle à la garde des moins de 3 ans (Hauts-de-France)',
    topic: 'famille',
    body: {
      kind: 'region',
      name: 'Région Hauts-de-France',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '32',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'childrenUnder3Count',
          op: '>=',
          value: 1,
        },
        {
          fact: 'allParentsWorking',
          op: '==',
          value: true,
        },
        {
          any: [
            {
              all: [
                {
                  fact: 'couple',
                  op: '==',
                  value: true,
                },
                {
                  fact: 'netTaxableIncomeMonthInSmic',
                  op: '<',
                  value: 3,
                },
              ],
            },
            {
              all: [
                {
                  fact: 'couple',
                  op: '==',
                  value: false,
                },
                {
                  fact: 'netTaxableIncomeMonthInSmic',
                  op: '<',
                  value: 2,
                },
              ],
            },
          ],
        },
      ],
    },
    manualChecks: [
      'Mode de garde déclaré, 20 h par semaine au moins',
      'Guichet ouvert de septembre à juillet',
    ],
    amount: {
      kind: 'per-child',
      children: 'childrenUnder3Count',
      unit: 'cents',
      period: 'month',
      variants: [
        {
          when: {
            fact: 'couple',
            op: '==',
            value: true,
          },
          value: 2000,
        },
        {
          when: {
            fact: 'couple',
            op: '==',
            value: false,
          },
          value: 3000,
        },
      ],
    },
    links: {
      info: 'https://aides.hautsdefrance.fr/sub/tiers/aides/details/?sigle=AGE%2009%2F24',
      apply: 'https://aides.hautsdefrance.fr/sub/tiers/authentification',
    },
    core: true,
    notes: 'Base : revenu net imposable N-2 divisé par 12, comparé au Smic brut mensuel.',
  },
];
export default rows;
