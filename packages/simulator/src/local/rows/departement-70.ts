import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'dept-70-permis',
    title: 'Aide au permis selon le quotient familial (Haute-Saône)',
    topic: 'mobilite',
    body: {
      kind: 'departement',
      name: 'Département de la Haute-Saône',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '70',
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
          value: 25,
        },
        {
          fact: 'familyQuotientMonth',
          op: '<',
          value: 120100,
        },
      ],
    },
    manualChecks: ['Inscription en auto-école'],
    amount: {
      kind: 'scale',
      by: 'familyQuotientMonth',
      steps: [
        {
          from: 0,
          value: 40000,
        },
        {
          from: 30000,
          value: 25000,
        },
        {
          from: 60000,
          value: 15000,
        },
        {
          from: 100000,
          value: 10000,
        },
        {
          from: 120100,
          value: 0,
        },
      ],
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.haute-saone.fr/index.php/nos-e-services/aides-aux-familles/pack-jeunes/',
      apply: 'https://www.mes-services-publics70.fr/',
    },
    core: true,
  },
  {
    id: 'caf-70-autonomie-jeunes',
    title: "Soutien à l'autonomie des moins de 30 ans (Haute-Saône)",
    topic: 'emploi',
    body: {
      kind: 'caf',
      name: 'Caf de la Haute-Saône',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '70',
        },
      ],
    },
    conditions: {
      fact: 'age',
      op: '<=',
      value: 30,
    },
    manualChecks: ['Parcours accompagné par un professionnel'],
    amount: {
      kind: 'variable',
      unit: 'cents',
      period: 'once',
      what: 'frais de scolarité, formation, garde…',
    },
    links: {
      info: 'https://caf.fr/allocataires/caf-de-la-haute-saone/offre-de-service/vie-professionnelle/autonomie-des-jeunes',
    },
    core: false,
  },
];
export default rows;
