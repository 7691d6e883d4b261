/** What a person reads when signing in did not work: what happened, that nothing is lost, and what to do now. */
import { type Partner, PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { WayOn } from '../pages/failure-page.ts';
import type { Failure } from '../pages/stopped.ts';
import type { Destination } from './transaction.ts';

export type SignInFailure =
  | 'denied'
  | 'expired'
  | 'superseded'
  | 'spent'
  | 'partner-gone'
  | 'unreachable'
  | 'refused'
  | 'incomplete'
  | 'unknown-start'
  | 'foreign-start'
  | 'foreign-form'
  | 'certification-unavailable'
  | 'too-many-tries';

interface Words {
  readonly status: 400 | 403 | 410 | 429 | 502 | 503;
  readonly title: string;
  readonly words: readonly string[];
  /** Whether trying again at once can help. */
  readonly again: boolean;
}

const FAILURES: Readonly<Record<SignInFailure, Words>> = {
  denied: {
    status: 403,
    title: 'Connexion interrompue',
    words: [
      'Vous avez interrompu la connexion à FranceConnect. Rien ne nous a été transmis.',
      'Sans FranceConnect, nous ne pouvons pas savoir qui vous êtes, ni demander vos droits.',
    ],
    again: true,
  },
  expired: {
    status: 410,
    title: 'La connexion a pris trop de temps',
    words: [
      'Pour votre sécurité, la connexion s’arrête si rien ne se passe pendant dix minutes. Elle doit aussi se terminer dans le navigateur où vous l’avez commencée.',
      'Vous n’avez rien perdu\u00a0: il suffit de recommencer.',
      // Whoever keeps no cookie at all never gets further than this.
      'Si cela se répète, votre navigateur bloque sans doute les cookies de ce site\u00a0: autorisez-les, ou essayez avec un autre navigateur.',
    ],
    again: true,
  },
  superseded: {
    status: 403,
    title: 'La connexion n’a pas abouti',
    words: [
      'Entre-temps, vous avez commencé une autre connexion, sans doute dans un autre onglet.',
      'Continuez dans cet autre onglet, ou recommencez ici.',
    ],
    again: true,
  },
  spent: {
    status: 410,
    title: 'Cette connexion a déjà servi',
    words: [
      'Pour votre sécurité, une connexion ne sert qu’une fois. Vous avez peut-être cliqué deux fois, ou utilisé le bouton «\u00a0Retour\u00a0» de votre navigateur.',
      'Recommencez\u00a0: si votre numéro de sécurité sociale a été reconnu, nous ne vous le demanderons plus.',
    ],
    again: true,
  },
  'partner-gone': {
    status: 410,
    title: 'Nous ne pouvons pas vous ramener sur le site d’où vous venez',
    words: [
      'FranceConnect vous a bien reconnu, mais ce site n’utilise plus notre service, ou sa page a changé d’adresse.',
      'La connexion s’arrête donc là. Vos droits ne changent pas, et vous pouvez les consulter sur ce portail.',
    ],
    again: false,
  },
  unreachable: {
    status: 503,
    title: 'FranceConnect ne répond pas',
    words: [
      'Nous n’avons pas pu joindre FranceConnect. Le problème ne vient pas de vous, et vos droits ne changent pas.',
      'Réessayez dans quelques minutes.',
    ],
    again: true,
  },
  refused: {
    status: 403,
    title: 'La connexion n’a pas abouti',
    words: [
      'Nous n’avons pas pu vérifier la réponse de FranceConnect. Pour votre sécurité, nous nous sommes arrêtés là.',
      'Recommencez. Si cela se reproduit, appelez-nous.',
    ],
    again: true,
  },
  incomplete: {
    status: 502,
    title: 'Votre identité est incomplète',
    words: [
      'FranceConnect ne nous a pas transmis toute votre identité : il manque un nom, une date ou un lieu de naissance.',
      'Essayez avec un autre compte FranceConnect (impots.gouv.fr, Ameli, La Poste…), ou appelez-nous.',
    ],
    again: true,
  },
  'unknown-start': {
    status: 400,
    title: 'Ce lien de connexion n’est pas valable',
    words: ['Il vient d’un site que nous ne connaissons pas, ou il est incomplet. Rien n’a été transmis.'],
    again: false,
  },
  'foreign-start': {
    status: 403,
    title: 'La connexion n’a pas commencé sur notre bouton',
    words: [
      'Pour votre sécurité, une connexion ne commence que par le bouton FranceConnect de la page où vos droits s’affichent. Rien n’a été transmis.',
      'Revenez à cette page et appuyez sur le bouton. Si ce message revient, votre navigateur cache sans doute d’où vous venez\u00a0: consultez vos droits sur ce portail.',
    ],
    again: false,
  },
  'foreign-form': {
    status: 403,
    title: 'Nous n’avons pas lu votre numéro',
    words: [
      'Il ne semble pas venir de notre page. Pour votre sécurité, nous ne l’avons donc pas lu.',
      'Entrez-le à nouveau sur notre page. Si ce message revient, essayez avec un autre navigateur, ou appelez-nous.',
    ],
    again: false,
  },
  'certification-unavailable': {
    status: 503,
    title: 'Le registre national ne répond pas',
    words: [
      'Nous n’avons pas pu faire vérifier votre numéro : le registre national ne répond pas en ce moment. Votre numéro n’est pas en cause.',
      'Réessayez dans quelques minutes. Vous n’avez pas besoin de vous connecter à nouveau.',
    ],
    again: false,
  },
  'too-many-tries': {
    status: 429,
    title: 'Trop d’essais',
    words: [
      'Pour protéger votre dossier, nous n’acceptons que quelques essais de suite.',
      'Attendez un quart d’heure, puis recommencez avec votre carte Vitale sous les yeux. Si ce message revient, attendez une heure, ou appelez-nous.',
    ],
    again: false,
  },
};

export const SIGN_IN_FAILURES = Object.keys(FAILURES) as SignInFailure[];

export interface Surroundings {
  /** Where the person came from, when that is known. */
  readonly destination?: Destination | undefined;
  readonly partner?: Partner | undefined;
  readonly returnAddress?: string | undefined;
  /** Something better to do than to begin anew. */
  readonly instead?: WayOn | undefined;
}

export function signInFailure(code: SignInFailure, around: Surroundings): Failure {
  const { status, title, words, again } = FAILURES[code];
  const ways: WayOn[] = [];
  if (around.instead) ways.push(around.instead);
  if (again && around.destination)
    ways.push({ href: startPath(around.destination), words: 'Recommencer la connexion' });
  if (around.partner && around.returnAddress !== undefined) {
    ways.push({
      href: around.returnAddress,
      words: `Revenir à ${around.partner.id === PORTAL_PARTNER ? 'l’accueil' : around.partner.name}`,
    });
  }
  if (ways.length === 0 || code === 'partner-gone' || code === 'foreign-start')
    ways.push({ href: '/', words: 'Aller à l’accueil' });
  return { status, code: `sign-in-${code}`, title, words, ways };
}

/** The address that began this sign-in: trying again begins there. */
export function startPath({ partner, returnId, challenge }: Destination): string {
  const query = new URLSearchParams({
    partner,
    return: returnId,
    ...(challenge === null ? {} : { challenge }),
  });
  return `/start?${query.toString()}`;
}
