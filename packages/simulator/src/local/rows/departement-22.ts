import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'msa-armorique-code',
    title: "Aide MSA au code de la route (Côtes-d'Armor, Finistère)",
    topic: 'mobilite',
    body: {
      kind: 'msa',
      name: "MSA d'Armorique",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '22',
        },
        {
          level: 'departement',
          code: '29',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '<=',
          value: 25,
        },
        {
          fact: 'socialSecurityRegime',
          op: '==',
          value: 'agricole',
        },
        {
          fact: 'highwayCodePassed',
          op: '==',
          value: true,
        },
        {
          any: [
            {
              fact: 'ownGrossSalaryInSmic',
              op: '<=',
              value: 0.55,
            },
            {
              all: [
                {
                  fact: 'dependentOnParents',
                  op: '==',
                  value: true,
                },
                {
                  fact: 'familyQuotientMonth',
                  op: '<=',
                  value: 100000,
                },
              ],
            },
          ],
        },
      ],
    },
    manualChecks: [
      "Pas déjà aidé par l'aide à la mobilité de la MSA",
      'Capitaux de 50 000 € au plus (75 000 € en couple)',
    ],
    amount: {
      kind: 'fixed',
      value: 30000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://armorique.msa.fr/lfp/web/msa-d-armorique/aide-code-route',
      form: 'https://armorique.msa.fr/lfp/documents/98925/100861102/Formulaire+PASS+aide+%C3%A0+l%27obtention+du+code+de+la+route.pdf',
    },
    core: true,
    notes: 'Texte : moins de 25 ans ; formule : 25 ans inclus.',
  },
];
export default rows;
