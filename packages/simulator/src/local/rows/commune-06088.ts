import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-06088-permis',
    title: 'Bourse au permis des jeunes Niçois non imposables',
    topic: 'mobilite',
    body: {
      kind: 'commune',
      name: 'Ville de Nice',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '06088',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 17,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
        {
          fact: 'taxable',
          op: '==',
          value: false,
        },
        {
          fact: 'highwayCodePassed',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ["Démarche de formation ou d'emploi"],
    amount: {
      kind: 'fixed',
      value: 45000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.nice.fr/fr/actualites/dispositif-d-aide-au-permis-de-conduire?type=articles',
    },
    core: false,
  },
];
export default rows;
