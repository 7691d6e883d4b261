import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-69266-permis',
    title: 'Bourse au permis B de Villeurbanne',
    topic: 'mobilite',
    body: {
      kind: 'commune',
      name: 'Ville de Villeurbanne',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '69266',
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
          fact: 'highwayCodePassed',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: [
      'Ne pas pouvoir payer seul le permis',
      "Projet d'insertion",
      "35 h de mission d'utilité publique",
    ],
    amount: {
      kind: 'fixed',
      value: 50000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.villeurbanne.fr/demarches/jeunesse/demander-une-bourse-au-permis-de-conduire',
      form: 'https://www.villeurbanne.fr/docutheque/jeunesse/dossier-bpc-2025',
    },
    core: false,
  },
];
export default rows;
