import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-200049187-permis-qpv',
    title: 'Bourse au permis B pour les quartiers prioritaires (Grand Verdun)',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'CA du Grand Verdun',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '200049187',
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
          value: 26,
        },
        {
          fact: 'status',
          op: 'intersects',
          value: ['demandeur_emploi', 'rsa', 'sans_activite', 'service_civique'],
        },
        {
          fact: 'livesInQpv',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: ['Suivi par la mission locale de Verdun', '70 h de bénévolat'],
    amount: {
      kind: 'fixed',
      value: 100000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.meuse.fr/information-transversale/faq/jai-moins-de-26-ans-et-je-nai-pas-les-moyens-de-passer-le-permis-de-conduire-existe-t-il-des-solutions-16935',
    },
    core: false,
  },
];
export default rows;
