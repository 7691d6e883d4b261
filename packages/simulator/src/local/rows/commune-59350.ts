import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-59350-permis',
    title: 'Parcours permis de la ville de Lille',
    topic: 'mobilite',
    body: {
      kind: 'commune',
      name: 'Ville de Lille',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '59350',
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
          any: [
            {
              fact: 'age',
              op: '<=',
              value: 25,
            },
            {
              all: [
                {
                  fact: 'age',
                  op: '<',
                  value: 30,
                },
                {
                  any: [
                    {
                      fact: 'disability',
                      op: '==',
                      value: true,
                    },
                    {
                      fact: 'creatingBusiness',
                      op: '==',
                      value: true,
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['apprenti', 'contrat_pro', 'demandeur_emploi', 'rsa', 'sans_activite'],
        },
        {
          fact: 'taxable',
          op: '==',
          value: false,
        },
      ],
    },
    manualChecks: ['Contrepartie : 25 h bénévoles à Lille', 'CDD de moins de 6 mois et intérim admis'],
    amount: {
      kind: 'max',
      value: 100000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.lille.fr/Jeune2/Le-dispositif-d-aide-financiere-Parcours-permis',
      apply:
        'https://formulaires.mesdemarches.lille.fr/jeunesse/demander-une-aide-financiere-parcours-permis/',
    },
    core: true,
  },
];
export default rows;
