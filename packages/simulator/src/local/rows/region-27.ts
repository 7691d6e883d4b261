import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-27-permis',
    title: 'Coup de pouce régional pour le permis B en Bourgogne-Franche-Comté',
    topic: 'mobilite',
    body: {
      kind: 'region',
      name: 'Région Bourgogne-Franche-Comté',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '27',
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
          value: 25,
        },
      ],
    },
    manualChecks: [
      'Auto-école située dans la région',
      "Formation de niveau 4 au plus, recherche d'emploi, service civique ou CEJ",
      'Plafond de ressources si rattaché au foyer fiscal des parents',
      'Contrepartie : 15 h bénévoles dans la région',
    ],
    amount: {
      kind: 'fixed',
      value: 30000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.bourgognefranchecomte.fr/permisdeconduire',
    },
    core: true,
  },
];
export default rows;
