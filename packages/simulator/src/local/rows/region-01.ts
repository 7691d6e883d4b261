import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'region-01-permis-apprenti',
    title: 'Complément guadeloupéen au permis des apprentis',
    topic: 'mobilite',
    body: {
      kind: 'region',
      name: 'Région Guadeloupe',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '01',
        },
      ],
    },
    conditions: {
      fact: 'status',
      op: 'intersects',
      value: ['apprenti'],
    },
    manualChecks: ['Avoir validé les examens de fin de cycle'],
    amount: {
      kind: 'fixed',
      value: 30000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.regionguadeloupe.fr/les-aides-les-services/guide-des-aides/detail/actualites/aide-au-permis-de-conduire-des-apprentis/categorie/etudiant/#_',
    },
    core: true,
  },
  {
    id: 'region-01-stage-ete',
    title: "Stage d'un mois gratifié en entreprise guadeloupéenne",
    topic: 'emploi',
    body: {
      kind: 'region',
      name: 'Région Guadeloupe',
    },
    territory: {
      include: [
        {
          level: 'region',
          code: '01',
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
          fact: 'status',
          op: 'intersects',
          value: ['lyceen', 'etudiant_superieur'],
        },
      ],
    },
    manualChecks: ['Candidature en mai pour un départ le 1er juillet ou le 1er août'],
    amount: {
      kind: 'fixed',
      value: 50000,
      unit: 'cents',
      period: 'once',
    },
    links: {
      info: 'https://www.regionguadeloupe.fr/les-aides-les-services/guide-des-aides/detail/actualites/stage-regional-jeunes-en-entreprise/categorie/economie-emploi-entreprises/#_',
      apply:
        'https://aides.regionguadeloupe.fr/gesaides_web/jsp/nouveauContexte.action?codeAction=M42-ACCUEIL',
    },
    core: true,
  },
];
export default rows;
