import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-07-permis',
    title: 'Aide ardéchoise au permis AM, A ou B',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: "Département de l'Ardèche",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '07',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 14,
        },
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 70000,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['demandeur_emploi', 'sans_activite', 'rsa', 'service_civique', 'apprenti', 'contrat_pro'],
        },
      ],
    },
    manualChecks: [
      'Hors scolarité',
      "Mission locale saisie avant l'auto-école et d'accord sur le projet",
      'Engagement bénévole',
    ],
    amount: {
      kind: 'by-option',
      unit: 'cents',
      period: 'once',
      options: [
        {
          option: 'permis_am',
          value: 10000,
          when: {
            fact: 'familyQuotientMonth',
            op: '<=',
            value: 70000,
          },
        },
        {
          option: 'permis_a_ou_b',
          value: 50000,
          when: {
            fact: 'familyQuotientMonth',
            op: '<=',
            value: 60000,
          },
        },
      ],
    },
    links: {
      info: 'https://www.ardeche.fr/23-le-permis-de-conduire.htm',
    },
    core: true,
  },
];
export default rows;
