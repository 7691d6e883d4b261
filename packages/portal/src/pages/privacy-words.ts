/** French for what the journal holds as data. */
import type { AccessEvent } from '@mds-kit/contract/accesses';
import type { Domain } from '@mds-kit/contract/domains';

const DOMAINS: Readonly<Record<Domain, string>> = {
  health: 'santé',
  family: 'famille',
  housing: 'logement',
  solidarity: 'solidarité',
  retirement: 'retraite',
  employment: 'autour de l’emploi',
};

const EVENTS: Readonly<Record<Exclude<AccessEvent, 'rights'>, string>> = {
  'signed-in': 'connexion avec FranceConnect',
  'signed-in-by-ticket': 'connexion par votre organisme',
  salaries: 'vos salaires déclarés affichés',
  situation: 'votre situation reprise pour une simulation',
  exported: 'copie de vos données',
  agreed: 'accord donné',
  'refused-agreement': 'accord refusé',
  'signed-out': 'déconnexion',
};

export function eventInWords(event: AccessEvent, domain: Domain | null): string {
  if (event !== 'rights') return EVENTS[event];
  return domain === null ? 'vos droits affichés' : `vos droits affichés\u00a0: ${DOMAINS[domain]}`;
}

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** `3 mars 2026`, at Paris. */
export function dayInWords(instant: Date): string {
  return day.format(instant).replace(/^1 /, '1er ').replaceAll(' ', '\u00a0');
}
