import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-13-vacances',
    title: 'Aides aux vacances des familles et des enfants (Bouches-du-Rhône)',
    topic: 'vacances',
    body: {
      kind: 'caf',
      name: 'Caf des Bouches-du-Rhône',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '13',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'familyQuotientMonth',
          op: '<',
          value: 90000,
        },
        {
          fact: 'children417Count',
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
    manualChecks: ["Allocataire en octobre de l'année précédente", 'Séjour Vacaf'],
    amount: {
      kind: 'percent-of-cost',
      value: 75,
      unit: 'percent',
      period: 'once',
      upTo: true,
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-des-bouches-du-rhone/offre-de-service/vie-personnelle/les-aides-au-depart-en-vacances',
    },
    core: false,
  },
];
export default rows;
