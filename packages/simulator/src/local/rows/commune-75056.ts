import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-75056-vacances-jeunes',
    title: 'Chèques-vacances pour un séjour en autonomie (Paris)',
    topic: 'vacances',
    body: {
      kind: 'commune',
      name: 'Ville de Paris',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '75056',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 16,
        },
        {
          fact: 'age',
          op: '<=',
          value: 30,
        },
      ],
    },
    manualChecks: [
      'Hébergement payant de 2 nuits au moins, sans encadrement ni famille',
      '6 personnes au plus',
      'Une fois par an ; accord parental si mineur',
    ],
    amount: {
      kind: 'fixed',
      value: 20000,
      unit: 'cents',
      period: 'year',
    },
    links: {
      info: 'https://www.paris.fr/pages/paris-jeunes-vacances-7490',
    },
    core: true,
  },
  {
    id: 'commune-75056-installation-etudiant',
    title: "Aide parisienne à l'installation des étudiants précaires",
    topic: 'logement',
    body: {
      kind: 'commune',
      name: 'Ville de Paris',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '75056',
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
          any: [
            {
              fact: 'scholarshipHolder',
              op: '==',
              value: true,
            },
            {
              fact: 'crousOneEuroMeal',
              op: '==',
              value: true,
            },
          ],
        },
        {
          fact: 'housingStatus',
          op: 'in',
          value: ['locataire_vide', 'locataire_meuble'],
        },
      ],
    },
    manualChecks: [
      "École ou université rattachée à l'une des trois académies franciliennes",
      "Bail parisien d'au moins 9 mois signé dans la période de la campagne, hors résidence universitaire conventionnée",
    ],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'once',
      min: 50000,
    },
    links: {
      info: 'https://www.paris.fr/pages/l-aide-a-l-installation-dans-un-logement-pour-les-etudiants-a-i-l-e-2257',
      form: 'https://betagouv.github.io/aides-jeunes-files/public/dossier-inscription-aile-2025-2026.pdf',
    },
    core: false,
  },
];
export default rows;
