import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-53-stage-infirmier',
    title: 'Prime de stage aux étudiants infirmiers de 3e année (Mayenne)',
    topic: 'etudes',
    body: {
      kind: 'departement',
      name: 'Département de la Mayenne',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '53',
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
          fact: 'trainingSector',
          op: '==',
          value: 'sanitaire_social',
        },
      ],
    },
    manualChecks: ['3e année de soins infirmiers, stage de fin de cycle en Mayenne'],
    amount: {
      kind: 'fixed',
      value: 20000,
      unit: 'cents',
      period: 'internship',
    },
    links: {
      info: 'https://www.lamayenne.fr/service/aide-financiere-pour-les-stagiaires-en-3e-annee-de-soins-infirmiers',
    },
    core: false,
  },
];
export default rows;
