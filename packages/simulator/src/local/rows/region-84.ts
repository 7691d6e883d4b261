import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-84-carte-jeune',
    title: "Carte d'avantages jeunes d'Auvergne-Rhône-Alpes (manuels, équipement, culture, sport, santé)",
    topic: 'vie-quotidienne',
    body: {
      kind: 'region',
      name: 'Région Auvergne-Rhône-Alpes',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '84',
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
          value: ['apprenti', 'lyceen', 'sans_activite'],
        },
      ],
    },
    manualChecks: [
      "Appartenir à l'un des publics de la carte : lycée, CFA, mission locale, école de la 2e chance, filière sanitaire et sociale, IME ou CNED",
    ],
    amount: {
      kind: 'in-kind',
      period: 'year',
      what: 'carte donnant accès à des avantages formation, culture, sport, santé',
    },
    links: {
      info: 'https://www.auvergnerhonealpes.fr/passregion',
      apply: 'https://auvergnerhonealpes.zecarte.fr/Beneficiaire/Views/Accueil.aspx',
    },
    core: true,
  },
];
export default rows;
