import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-59-pret-equipement',
    title: "Prêt sans intérêt pour l'équipement de la maison (Nord)",
    topic: 'equipement',
    body: {
      kind: 'caf',
      name: 'Caf du Nord',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '59',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'familyQuotientMonth',
          op: '<=',
          value: 85000,
        },
        {
          any: [
            {
              fact: 'childrenCount',
              op: '>=',
              value: 1,
            },
            {
              fact: 'pregnant',
              op: '==',
              value: true,
            },
          ],
        },
        {
          fact: 'cafRecipientHousehold',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'loan',
      value: 150000,
      unit: 'cents',
      period: 'once',
      repayment: {
        amount: 3750,
        per: 'month',
        months: 40,
      },
      upTo: true,
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-du-nord/offre-de-service/logement/le-pret-caf-equipement-mobiliermenager',
      form: 'https://www.caf.fr/sites/default/files/medias/598/Documents/Pr%C3%AAt%20%C3%A9quipement/DEQUIP_2025_d%C3%A9finitif.pdf',
    },
    core: true,
  },
];
export default rows;
