import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-11-apre-mobilite',
    title: 'Aide audoise au permis des jeunes au RSA',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: "Département de l'Aude",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '11',
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
          fact: 'receives',
          op: 'contains',
          value: 'rsa',
        },
        {
          fact: 'incomeLast3Months',
          op: '<',
          value: 50000,
        },
      ],
    },
    manualChecks: [
      "Contrat, promesse d'embauche, entretien ou formation qualifiante à justifier",
      'Demande à la mission locale ou au centre médico-social',
    ],
    amount: {
      kind: 'max',
      value: 50000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.aude.fr/annuaire-des-aides-au-permis-pour-les-jeunes/aide-personnalisee-au-retour-emploi-apre-mobilite',
    },
    core: false,
    notes:
      'La source dit « revenu inférieur à 500 € durant les 3 derniers mois » : mensuel ou cumulé non précisé.',
  },
];
export default rows;
