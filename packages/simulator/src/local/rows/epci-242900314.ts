import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'epci-242900314-abonnement-boursier',
    title: 'Abonnement bus-tram réduit des boursiers (Brest)',
    topic: 'mobilite',
    body: {
      kind: 'epci',
      name: 'Brest Métropole',
    },
    territory: {
      include: [
        {
          level: 'epci',
          code: '242900314',
        },
      ],
    },
    conditions: {
      all: [
        {
          fact: 'status',
          op: 'intersects',
          value: ['lyceen', 'etudiant_superieur'],
        },
        {
          fact: 'scholarshipHolder',
          op: '==',
          value: true,
        },
      ],
    },
    manualChecks: [],
    amount: {
      kind: 'reduced-tariff',
      value: 1680,
      normal: 3000,
      unit: 'cents',
      period: 'month',
    },
    links: {
      info: 'https://www.brest.fr/mes-demarches/famille/demande-de-carte-de-bus-a-tarif-solidaire-pour-les-etudiants-7137.html',
      apply: 'https://eservice.brest-metropole.fr/demarches/carte-bus-tarif-solidaire/etape1',
    },
    core: true,
  },
];
export default rows;
