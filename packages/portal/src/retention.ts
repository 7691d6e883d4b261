/**
 * The one table of what is kept of a person, why, and how long. Purge jobs, `/v1/me`, the privacy page and SECURITY.md
 * follow it; a duration stands nowhere else.
 */
import type { PortalTables } from './database.ts';

/** Storage limitation is counted in these (RGPD art. 5-1 e). */
export const KEPT = {
  /** Without a connection. */
  linkMonths: 12,
  /** CNIL, délibération 2021-122 on logging: 6 to 12 months. */
  accessMonths: 12,
  sessionIdleSeconds: 30 * 60,
  sessionLongestSeconds: 2 * 60 * 60,
  /** A code that opens a session. */
  codeSeconds: 60,
  /** The page goes to sign out at once; a slow one may take its time. */
  signOutSeconds: 5 * 60,
  triesSeconds: 15 * 60,
  /** Tries of one NIR, by whomever. */
  triesOfNumberSeconds: 60 * 60,
  /** A sign-in under way, without a sign of the person; and in all, however often they try. */
  signInSeconds: 10 * 60,
  signInLongestSeconds: 30 * 60,
  /** Where somebody who signs in came from: whoever is late is led back there. */
  cameFromSeconds: 2 * 60 * 60,
  /** At the most that somebody signed out here, where the fund still knows them: as long as its word would count. */
  signedOutSeconds: 12 * 60 * 60,
} as const;

export interface Retention {
  /** Whose rows these are; none: it stands in the person's own browser. */
  readonly tables: readonly (keyof PortalTables)[];
  /** In French, as the person reads them. */
  readonly name: string;
  readonly purpose: string;
  readonly basis: string;
  readonly duration: string;
}

/** Numbers stay with their unit, and a colon with its word, at the end of a line. */
const minutes = (seconds: number) => `${seconds / 60}\u00a0minutes`;
const hours = (seconds: number) => `${seconds / 3600}\u00a0heures`;
const months = (count: number) => `${count}\u00a0mois`;

const PUBLIC_TASK = 'Mission d’intérêt public (RGPD, article\u00a06\u20111\u00a0e)';
const SECURITY = 'Obligation de sécurité (RGPD, article\u00a032)';

export const RETENTION = {
  link: {
    tables: ['link'],
    name: 'Votre numéro de sécurité sociale',
    purpose:
      'Ne pas vous le redemander à chaque visite. Il est chiffré, et rangé sous un repère tiré de votre compte FranceConnect.',
    basis: `${PUBLIC_TASK}\u00a0; décret n°\u00a02019-341 pour l’usage du numéro`,
    duration: `${months(KEPT.linkMonths)} après votre dernière connexion`,
  },
  agreement: {
    tables: ['agreement'],
    name: 'Vos réponses sur les sites où vous avez un compte',
    purpose:
      'Savoir si un organisme où vous avez un compte peut faire afficher vos droits sans vous faire passer par FranceConnect. Il ne voit ni vos droits, ni votre réponse.',
    basis:
      'Votre accord, que vous pouvez retirer quand vous voulez (RGPD, articles\u00a06\u20111\u00a0a et\u00a07)',
    duration: 'aussi longtemps que votre numéro de sécurité sociale',
  },
  session: {
    tables: ['session'],
    name: 'Votre session',
    purpose:
      'Savoir que c’est toujours vous, d’une page à l’autre\u00a0: l’identité donnée par FranceConnect et votre numéro, chiffrés. Seul votre navigateur en a la clé.',
    basis: PUBLIC_TASK,
    duration: `${minutes(KEPT.sessionIdleSeconds)} sans activité, ${hours(KEPT.sessionLongestSeconds)} au plus`,
  },
  code: {
    tables: ['one_time_code'],
    name: 'Les codes de passage',
    purpose:
      'Vous ramener sur le site d’où vous venez, ou vous déconnecter. Un code, comme une connexion, ne sert qu’une seule fois.',
    basis: SECURITY,
    duration: `${KEPT.codeSeconds}\u00a0secondes pour entrer, ${minutes(KEPT.signOutSeconds)} pour sortir, ${minutes(KEPT.signInLongestSeconds)} pour savoir qu’une connexion a déjà servi`,
  },
  access: {
    tables: ['access_entry'],
    name: 'Le journal des accès',
    purpose:
      'Vous montrer qui a affiché vos données, quand et sur quel site, et repérer un accès anormal. Ni votre nom, ni vos droits, ni vos montants n’y figurent.',
    basis: `${SECURITY}, selon la recommandation de la CNIL (délibération n°\u00a02021-122)`,
    duration: months(KEPT.accessMonths),
  },
  counter: {
    tables: ['counter'],
    name: 'Le nombre d’essais',
    purpose: 'Empêcher qu’on devine un numéro ou qu’on surcharge le portail. On n’y lit pas qui a essayé.',
    basis: SECURITY,
    duration: `${minutes(KEPT.triesSeconds)}, ou une\u00a0heure pour les essais d’un même numéro`,
  },
  cookies: {
    tables: [],
    name: 'Des cookies, dans votre navigateur',
    purpose:
      'Mener à bien votre connexion, la relier à ce navigateur, et vous reconnaître pendant la session. Aucun traceur.',
    basis: 'Strictement nécessaires (loi Informatique et Libertés, article\u00a082)',
    duration: `${hours(Math.max(KEPT.sessionLongestSeconds, KEPT.cameFromSeconds))} au plus\u00a0; ${hours(KEPT.signedOutSeconds)} au plus pour retenir que vous avez fermé votre session\u00a0; et un repère au hasard, qui disparaît quand vous fermez le navigateur`,
  },
} as const satisfies Record<string, Retention>;

export type RetentionId = keyof typeof RETENTION;

/** The instant so many calendar months earlier (negative: later), the last day of a shorter month for one that it lacks. */
export function monthsBefore(instant: Date, count: number): Date {
  const then = new Date(instant);
  then.setUTCMonth(then.getUTCMonth() - count);
  // 31 March less one month is "31 February", which JavaScript takes for 3 March.
  if (then.getUTCDate() !== instant.getUTCDate()) then.setUTCDate(0);
  return then;
}
