import type { Access, AccessEvent } from '@mds-kit/contract/accesses';
import type { Domain } from '@mds-kit/contract/domains';
import { list } from '../formats.ts';
import { msg, str } from '../msg.ts';
import { domainName } from './domains.ts';

const EVENTS: Readonly<Record<Exclude<AccessEvent, 'rights'>, () => string>> = {
  'signed-in': () => msg('Connexion avec FranceConnect'),
  'signed-in-by-ticket': () => msg('Connexion automatique, que vous aviez autorisée'),
  salaries: () => msg('Vos salaires déclarés ont été affichés'),
  situation: () => msg('Votre situation a été reprise pour une simulation'),
  exported: () => msg('Une copie de vos données a été téléchargée'),
  agreed: () => msg('La connexion automatique a été autorisée'),
  'refused-agreement': () => msg('La connexion automatique a été refusée'),
  'signed-out': () => msg('Déconnexion'),
};

/** What happened, for who it happened to; of an event that only a newer portal knows, that something did. */
export function accessName(event: string, domains: readonly Domain[]): string {
  if (Object.hasOwn(EVENTS, event)) return EVENTS[event as keyof typeof EVENTS]();
  if (event !== 'rights') return msg('Une autre opération');
  if (domains.length === 0) return msg('Vos droits ont été affichés');
  const names = list(domains.map((domain) => msg(str`«\u00a0${domainName(domain)}\u00a0»`)));
  return msg(str`Vos droits ${names} ont été affichés`);
}

/** The portal's own id among partners. */
const PORTAL = 'portail';

/** Through which site; in a fund's page too it must be clear which portal is meant. */
export function siteName({ id, name }: Access['partner']): string {
  return msg(str`Depuis\u00a0: ${id === PORTAL ? msg(str`ce portail, ${name}`) : name}`);
}
