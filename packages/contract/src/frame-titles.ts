import { type Domain, isDomain } from './domains.ts';
import type { TagName } from './tags.ts';

/** The `title` of a tag's frame (RGAA 2.1), and of the document in it. Apart from the tags: partners do not download it. */
const TITLES: Readonly<Record<TagName, readonly [fr: string, en: string]>> = {
  'mds-rights-bubble': ['Mes droits sociaux', 'My social rights'],
  'mds-rights-overview': ['Mes droits sociaux', 'My social rights'],
  'mds-sign-in': ['Se connecter avec FranceConnect', 'Sign in with FranceConnect'],
  'mds-access-log': ['Qui a consulté mes droits sociaux', 'Who has seen my social rights'],
  'mds-salary-timeline': ['Mes salaires déclarés', 'My declared salaries'],
};

/** What a domain is called in a title, in French; in English its id is its name. */
const DOMAINS: Readonly<Record<Domain, string>> = {
  health: 'santé',
  family: 'famille',
  housing: 'logement',
  solidarity: 'solidarité',
  retirement: 'retraite',
  employment: 'emploi',
};

/** Six bubbles are six frames, and each title must tell which (RGAA 2.2). */
export function frameTitle(tag: TagName, lang: string, domain?: string): string {
  const [fr, en] = TITLES[tag];
  const english = /^en\b/i.test(lang);
  const name = isDomain(domain) && DOMAINS[domain];
  const of = name ? (english ? `: ${domain}` : `\u00a0: ${name}`) : '';
  return (english ? en : fr) + of;
}
