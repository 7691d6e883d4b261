import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-248300543-heures-conduite',
    title: 'Participation aux heures de conduite (Toulon)',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Métropole Toulon-Provence-Méditerranée',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '248300543',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'status',
          op: 'intersects',
          value: ['demandeur_emploi', 'stagiaire', 'contrat_pro', 'apprenti', 'service_civique', 'rsa'],
        },
        {
          fact: 'highwayCodePassed',
          op: '==',
          value: true,
        },
        {
          fact: 'drivingHoursPaid',
          op: '>=',
          value: 10,
        },
      ],
    },
    manualChecks: ["Projet d'emploi ou de formation exigeant le permis"],
    amount: {
      kind: 'max',
      value: 45000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://metropoletpm.fr/node/602',
    },
    core: false,
  },
];
export default rows;
