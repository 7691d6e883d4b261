import { msg, str } from '../locale/msg.ts';

/** Words of the DSN's codes; a function for each, since the language may change. */
export type Words = Readonly<Record<string, () => string>>;

export const wordsOf = (words: Words, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code]?.() : undefined;

/** *Nature du contrat* (S21.G00.40.007). */
const NATURES: Words = {
  '01': () => msg('CDI'),
  '02': () => msg('CDD'),
  '03': () => msg('mission d’intérim'),
  '07': () => msg('CDI intermittent'),
  '08': () => msg('CDI intérimaire'),
  '09': () => msg('CDI de droit public'),
  '10': () => msg('CDD de droit public'),
  '20': () => msg('détachement dans la fonction publique'),
  '21': () => msg('détachement dans la fonction publique'),
  '29': () => msg('stage'),
  '32': () => msg('contrat d’appui au projet d’entreprise'),
  '50': () => msg('fonction publique'),
  '51': () => msg('collaboration occasionnelle au service public'),
  '52': () => msg('activité accessoire'),
  '53': () => msg('travail en détention'),
  '54': () => msg('apprentissage en détention'),
  '60': () => msg('engagement éducatif'),
  '70': () => msg('travail en Ésat'),
  '80': () => msg('mandat social'),
  '81': () => msg('mandat d’élu'),
  '82': () => msg('CDI de chantier'),
  '89': () => msg('service civique'),
  '90': () => msg('autre contrat'),
  '91': () => msg('CDI maritime'),
  '92': () => msg('CDD maritime'),
};

/** *Dispositif de politique publique* (S21.G00.40.008): what says more of a contract than its nature. */
const POLICIES: Words = {
  '61': () => msg('contrat de professionnalisation'),
  '64': () => msg('apprentissage'),
  '65': () => msg('apprentissage'),
  '81': () => msg('apprentissage'),
  '92': () => msg('stage de formation professionnelle'),
};

/** `CDD`, `apprentissage`, `contrat de nature 99`; a contract without a nature is a contract. */
export function contractKind(nature: string | null, policy: string | null): string {
  const scheme = policy === null ? undefined : wordsOf(POLICIES, policy);
  if (scheme !== undefined) return scheme;
  if (nature === null) return msg('contrat');
  return wordsOf(NATURES, nature) ?? msg(str`contrat de nature ${nature}`);
}
