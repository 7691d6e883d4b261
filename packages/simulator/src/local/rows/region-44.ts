import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-44-carte-jeunes',
    title: 'Carte et appli jeunesse du Grand Est (culture, sport, bons plans)',
    topic: 'vie-quotidienne',
    body: {
      kind: 'region',
      name: 'Région Grand Est',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '44',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 15,
        },
        {
          fact: 'age',
          op: '<=',
          value: 29,
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'in-kind',
      period: 'other',
      what: 'carte et application donnant droit à des avantages',
    },
    links: {
      info: 'https://www.jeunest.fr/articles/46C4132D-E6C0-45EA-BE49-38DC418096B6',
    },
    core: true,
  },
  {
    id: 'region-44-projet-jeune',
    title: "Financement régional d'un projet citoyen ou professionnalisant (Grand Est)",
    topic: 'projets',
    body: {
      kind: 'region',
      name: 'Région Grand Est',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '44',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 15,
        },
        {
          fact: 'age',
          op: '<=',
          value: 29,
        },
      ],
    },
    manualChecks: ['Porter seul ou à plusieurs un projet citoyen ou professionnel', 'Décision en commission'],
    amount: {
      kind: 'max',
      value: 200000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.grandest.fr/vos-aides-regionales/experience-de-jeunesse/',
    },
    core: false,
  },
];
export default rows;
