import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-243600327-permis',
    title: 'Bourse au permis ou au code (Châteauroux)',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Châteauroux Métropole',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '243600327',
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
          fact: 'residenceMonthsInTerritory',
          op: '>=',
          value: 12,
        },
        {
          any: [
            {
              fact: 'status',
              op: 'intersects',
              value: [
                'stagiaire',
                'apprenti',
                'contrat_pro',
                'demandeur_emploi',
                'independant',
                'salarie',
                'service_civique',
                'rsa',
              ],
            },
            {
              fact: 'disability',
              op: '==',
              value: true,
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
                  op: 'in',
                  value: ['terminale', 'cap_2'],
                },
              ],
            },
          ],
        },
      ],
    },
    manualChecks: [
      'Jamais titulaire du permis B',
      'Heures citoyennes',
      'Guichet : mission locale avant 25 ans, CCAS ensuite',
    ],
    amount: {
      kind: 'max',
      value: 60000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.chateauroux-metropole.fr/vie-pratique-les-services/mon-enfant-portail-famille/bourses-jeunesse-brigitte-flament-permis-bafa',
    },
    core: false,
  },
];
export default rows;
