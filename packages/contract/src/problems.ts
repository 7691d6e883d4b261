import type { Problem } from './problem.ts';

type Words = { title: string; detail: string };
type Entry = { status: number; words: { fr: Words; en: Words; 'fr-x-falc': Words } };

/**
 * The one list of problems: code → status → words. A code never changes its meaning; a new case gets a new code.
 * Words say what happened and what to do next, never a number, never anything about the person.
 */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    words: {
      fr: {
        title: 'Demande mal formée',
        detail: 'La page a envoyé une demande que nous ne comprenons pas. Rechargez-la.',
      },
      en: {
        title: 'Malformed request',
        detail: 'The page sent a request that we do not understand. Reload it.',
      },
      'fr-x-falc': { title: 'La page a un problème', detail: 'Fermez la page. Ouvrez-la encore une fois.' },
    },
  },
  'signed-out': {
    status: 401,
    words: {
      fr: { title: 'Connexion nécessaire', detail: 'Connectez-vous pour voir vos droits.' },
      en: { title: 'You are not signed in', detail: 'Sign in to see your rights.' },
      'fr-x-falc': { title: 'Vous devez vous connecter', detail: 'Connectez-vous pour voir vos droits.' },
    },
  },
  'session-ended': {
    status: 401,
    words: {
      fr: {
        title: 'Votre session est terminée',
        detail: 'C’est pour protéger vos données. Connectez-vous à nouveau.',
      },
      en: {
        title: 'Your session has ended',
        detail: 'We signed you out to protect your data. Sign in again.',
      },
      'fr-x-falc': {
        title: 'Votre connexion est terminée',
        detail: 'C’est pour protéger vos informations. Connectez-vous encore une fois.',
      },
    },
  },
  'handover-refused': {
    status: 403,
    words: {
      fr: {
        title: 'La connexion n’a pas abouti',
        detail: 'Le retour de connexion n’est plus valable. Connectez-vous à nouveau depuis cette page.',
      },
      en: {
        title: 'Sign-in did not complete',
        detail: 'The way back from signing in is no longer valid. Sign in again from this page.',
      },
      'fr-x-falc': {
        title: 'La connexion n’a pas marché',
        detail: 'Connectez-vous encore une fois depuis cette page.',
      },
    },
  },
  'origin-refused': {
    status: 403,
    words: {
      fr: { title: 'Demande refusée', detail: 'Cette demande ne vient pas d’une page autorisée.' },
      en: { title: 'Request refused', detail: 'This request does not come from an authorised page.' },
      'fr-x-falc': { title: 'Demande refusée', detail: 'Cette page n’a pas le droit de demander cela.' },
    },
  },
  'partner-unknown': {
    status: 403,
    words: {
      fr: {
        title: 'Partenaire inconnu',
        detail: 'Ce site n’est pas enregistré auprès du portail, ou son inscription est suspendue.',
      },
      en: {
        title: 'Unknown partner',
        detail: 'This site is not registered with the portal, or its registration is suspended.',
      },
      'fr-x-falc': { title: 'Site inconnu', detail: 'Nous ne connaissons pas ce site.' },
    },
  },
  'not-found': {
    status: 404,
    words: {
      fr: { title: 'Page introuvable', detail: 'Cette adresse ne mène nulle part. Revenez à l’accueil.' },
      en: { title: 'Not found', detail: 'This address leads nowhere. Go back to the home page.' },
      'fr-x-falc': { title: 'Cette page n’existe pas', detail: 'Revenez à l’accueil.' },
    },
  },
  'method-refused': {
    status: 405,
    words: {
      fr: { title: 'Demande impossible', detail: 'Cette adresse ne permet pas cette action.' },
      en: { title: 'Method not allowed', detail: 'This address does not allow this action.' },
      'fr-x-falc': { title: 'Demande impossible', detail: 'Vous ne pouvez pas faire cela ici.' },
    },
  },
  'too-large': {
    status: 413,
    words: {
      fr: { title: 'Demande trop volumineuse', detail: 'La demande dépasse la taille permise.' },
      en: { title: 'Request too large', detail: 'The request is larger than allowed.' },
      'fr-x-falc': { title: 'Demande trop grande', detail: 'Ce que vous envoyez est trop gros.' },
    },
  },
  'too-many-requests': {
    status: 429,
    words: {
      fr: { title: 'Trop de demandes', detail: 'Attendez quelques minutes, puis réessayez.' },
      en: { title: 'Too many requests', detail: 'Wait a few minutes, then try again.' },
      'fr-x-falc': { title: 'Trop de demandes', detail: 'Attendez quelques minutes. Essayez encore.' },
    },
  },
  internal: {
    status: 500,
    words: {
      fr: {
        title: 'Une panne de notre côté',
        detail:
          'Le portail a rencontré un problème. Vos droits ne changent pas. Réessayez dans quelques minutes.',
      },
      en: {
        title: 'A fault on our side',
        detail: 'The portal met a problem. Your rights do not change. Try again in a few minutes.',
      },
      'fr-x-falc': {
        title: 'Notre site a une panne',
        detail: 'Vos droits ne changent pas. Essayez encore dans quelques minutes.',
      },
    },
  },
  unavailable: {
    status: 503,
    words: {
      fr: {
        title: 'Le portail ne répond pas',
        detail: 'Vos droits ne changent pas. Réessayez dans quelques minutes.',
      },
      en: {
        title: 'The portal is not answering',
        detail: 'Your rights do not change. Try again in a few minutes.',
      },
      'fr-x-falc': {
        title: 'Notre site ne répond pas',
        detail: 'Vos droits ne changent pas. Essayez encore dans quelques minutes.',
      },
    },
  },
  maintenance: {
    status: 503,
    words: {
      fr: {
        title: 'Maintenance prévue',
        detail: 'Le portail est fermé pour entretien. Vos droits ne changent pas.',
      },
      en: {
        title: 'Planned maintenance',
        detail: 'The portal is closed for maintenance. Your rights do not change.',
      },
      'fr-x-falc': {
        title: 'Notre site est fermé',
        detail: 'Nous réparons le site. Vos droits ne changent pas.',
      },
    },
  },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemLocale = keyof Entry['words'];

/**
 * The problem document for a code, in the language that was asked.
 * `until` says when an announced maintenance ends (RFC 9457 extension member).
 */
export function problem(code: ProblemCode, locale: ProblemLocale = 'fr', until?: string): Problem {
  const { status, words } = PROBLEMS[code];
  const { title, detail } = words[locale];
  return { type: `urn:mds-kit:problem:${code}`, title, status, detail, code, ...(until ? { until } : {}) };
}
