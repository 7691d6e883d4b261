import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-60-permis-citoyen',
    title: "Permis financé contre 70 h de bénévolat dans l'Oise",
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: "Département de l'Oise",
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '60',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'age',
          op: '>=',
          value: 18,
        },
        {
          fact: 'age',
          op: '<=',
          value: 19,
        },
      ],
    },
    manualChecks: [
      "Premier permis, candidature acceptée avant l'épreuve (ou conduite accompagnée récente)",
      '70 h de bénévolat',
    ],
    amount: {
      kind: 'fixed',
      value: 60000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.oise.fr/les-pass-citoyens-du-conseil-departemental-de-loise/le-passpermis-citoyen',
      form: 'https://www.oise.fr/fileadmin/user_upload/docs/pass-citoyens/pass-permis-citoyen/Dossier-de-candidature-Pass-Permis-Citoyen-oise.fr.pdf',
    },
    core: false,
  },
];
export default rows;
