import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'commune-35236-transport-handicap',
    title: 'Transport accompagné des personnes handicapées (Redon)',
    topic: 'mobilite',
    body: {
      kind: 'ccas',
      name: 'CCAS de Redon',
    },
    territory: {
      include: [
        {
          level: 'commune',
          code: '35236',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'disability',
          op: '==',
          value: true,
        },
        {
          fact: 'disabilityCard',
          op: '==',
          value: 'cmi_invalidite',
        },
      ],
    },
    manualChecks: ['Réservation auprès du CCAS'],
    amount: {
      kind: 'reduced-tariff',
      value: 250,
      unit: 'cents',
      period: 'ride',
      limit: {
        rides: 6,
        per: 'month',
      },
    },
    links: {
      info: 'https://www.redon.fr/transport-plus/',
    },
    core: true,
  },
];
export default rows;
