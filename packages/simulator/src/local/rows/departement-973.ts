import type { LocalBenefit } from '../local-benefit.ts';

const rows: readonly LocalBenefit[] = [
  {
    id: 'caf-973-bafa',
    title: 'Aide de la Caf de Guyane aux sessions BAFA',
    topic: 'formation',
    body: {
      kind: 'caf',
      name: 'Caf de la Guyane',
    },
    territory: {
      include: [
        {
          level: 'departement',
          code: '973',
        },
      ],
    },
    conditions: {
      fact: 'age',
      op: '>=',
      value: 16,
    },
    manualChecks: ['30 mois au plus entre la première et la dernière session', 'Demande dans les 3 mois'],
    amount: {
      kind: 'fixed',
      value: 40000,
      unit: 'cents',
      period: 'once',
      parts: [
        {
          what: 'session_generale',
          value: 20000,
        },
        {
          what: 'approfondissement',
          value: 20000,
        },
      ],
    },
    links: {
      info: 'https://www.caf.fr/allocataires/caf-de-la-guyane/offre-de-service/vie-personnelle/aide-au-brevet-d-aptitude-aux-fonctions-d-animation-bafa',
      form: 'https://www.caf.fr/sites/default/files/medias/973/Offre%20de%20service/Vie%20professionnelle/Formulaire%20bafa.pdf',
    },
    core: true,
  },
];
export default rows;
