import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-24-avance-caution',
    title: "Avance remboursable pour payer le dépôt de garantie d'un premier logement (Centre-Val de Loire)",
    topic: 'logement',
    body: {
      kind: 'region',
      name: 'Région Centre-Val de Loire',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '24',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '<=',
          value: 26,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['etudiant_superieur', 'salarie', 'stagiaire', 'apprenti', 'contrat_pro', 'independant'],
        },
      ],
    },
    manualChecks: [
      "Il s'agit du premier logement",
      'Dossier envoyé au plus tard 3 mois après la signature du bail',
    ],
    amount: {
      kind: 'loan',
      value: 30000,
      unit: 'cents',
      period: 'once',
      upTo: true,
    },
    links: {
      info: 'https://www.yeps.fr/offre/region-avance-remboursable-regionale-au-depot-de-garantie-pour-son-premier-logement/',
    },
    core: true,
  },
];
export default rows;
