import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-974-fsl-maintien',
    title: 'Fonds de solidarité logement, maintien (La Réunion)',
    topic: 'logement',
    body: {
      kind: 'departement',
      name: 'Département de La Réunion',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '974',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'housingDifficulty',
          op: '==',
          value: true,
        },
        {
          not: {
            fact: 'housingStatus',
            op: 'in',
            value: ['loge_gratuitement', 'sans_domicile'],
          },
        },
      ],
    },
    manualChecks: ['Résidence principale à La Réunion', 'Plafond de ressources du règlement'],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'once',
      what: "impayés de loyer, d'énergie ou d'eau",
    },
    links: {
      info: 'https://www.departement974.fr/aide/aide-habitat-fonds-de-solidarite-pour-logement-fsl#aidesimpayes',
    },
    core: true,
  },
  {
    id: 'caf-974-bafa',
    title: 'Aide de la Caf de La Réunion à la session générale du BAFA',
    topic: 'formation',
    body: {
      kind: 'caf',
      name: 'Caf de La Réunion',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '974',
        },
      ],
    },
    conditions: {
      fact: 'age',
      op: '>=',
      value: 16,
    },
    manualChecks: [
      "Inscription BAFA auprès des services de l'État",
      'Formulaire dans les 3 mois suivant la session',
    ],
    amount: {
      kind: 'max',
      value: 10000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-de-la-reunion/offre-de-service/vie-professionnelle/le-bafa-ou-le-bafd-vous-tente-votre-caf-peut-vous-aider',
      form: 'https://www.caf.fr/sites/default/files/medias/974/Ma%20Caf%20-%20offre%20de%20service/Vie%20personnelle/demande_daide_bafa-2019.pdf',
    },
    core: true,
  },
];
export default rows;
