import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-93-cheque-6e',
    title: "Chèque de rentrée pour l'entrée en 6e publique (Seine-Saint-Denis)",
    topic: 'famille',
    body: {
      kind: 'departement',
      name: 'Département de la Seine-Saint-Denis',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '93',
        },
      ],
    },
    conditions: {
      fact: 'childrenEntering6ePublicCount',
      op: '>=',
      value: 1,
    },
    manualChecks: ['Demande de juin à novembre, à dépenser avant fin juin'],
    amount: {
      kind: 'per-child',
      children: 'childrenEntering6ePublicCount',
      value: 20000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://seinesaintdenis.fr/l-essentiel-du-departement/vos-services-en-ligne/colleges/article/entree-en-6eme-demandez-votre-cheque-reussite-de-200eur',
      apply: 'https://chequereussite.seinesaintdenis.fr/my/dashboard',
    },
    core: true,
    notes: 'La formule source accepte tout collégien ; la condition « 6e » vient du texte.',
  },
];
export default rows;
