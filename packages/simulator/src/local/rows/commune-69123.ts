import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-69123-projets-climat',
    title: 'Bourse aux projets climat des 16-25 ans (Lyon)',
    topic: 'projets',
    body: {
      kind: 'commune',
      name: 'Ville de Lyon',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '69123',
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
          value: 25,
        },
      ],
    },
    manualChecks: ['Projet en faveur du climat'],
    amount: {
      kind: 'by-option',
      unit: 'cents',
      period: 'once',
      options: [
        {
          option: 'individuel',
          max: 200000,
        },
        {
          option: 'collectif',
          max: 500000,
        },
      ],
    },
    links: {
      info: 'https://www.lyon.fr/actualite/developpement-durable/la-ville-de-lyon-lance-la-bourse-jeunes-lyon-2030',
      apply:
        'https://cvip.sphinxonline.net/surveyserver/s/VDL_GRU/2025_Lyon_2030_Bourses_aux_Jeunes/questionnaire.htm',
    },
    core: false,
  },
];
export default rows;
