import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-76-revenu-ecologique-jeune',
    title: "Revenu d'appoint pour un projet professionnel écologique (Occitanie)",
    topic: 'emploi',
    body: {
      kind: 'region',
      name: 'Région Occitanie',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '76',
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
          value: 29,
        },
        {
          fact: 'receives',
          op: 'contains',
          value: 'rsa',
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['demandeur_emploi', 'stagiaire', 'independant'],
        },
      ],
    },
    manualChecks: ["Accord d'une structure d'accompagnement agréée sur le projet"],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://www.laregion.fr/Revenu-Ecologique-Jeunes',
      apply: 'https://www.laregion.fr/Revenu-Ecologique-Jeunes',
    },
    core: true,
  },
];
export default rows;
