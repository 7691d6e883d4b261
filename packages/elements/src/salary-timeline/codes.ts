import type { Contract } from '@mds-kit/contract/salaries';
import { msg, str } from '../locale/msg.ts';

/** Words of the DSN's codes; a function for each, since the language may change. */
export type Words = Readonly<Record<string, () => string>>;

export const wordsOf = (words: Words, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code]?.() : undefined;

/** *Nature du contrat* (S21.G00.40.007): those that most people have, and the others once they are {@link learn learnt}. */
let natures: Words = {
  '01': () => msg('CDI'),
  '02': () => msg('CDD'),
  '03': () => msg('mission d’intérim'),
  '08': () => msg('CDI intérimaire'),
  '09': () => msg('CDI de droit public'),
  '10': () => msg('CDD de droit public'),
  '29': () => msg('stage'),
  '50': () => msg('fonction publique'),
  '80': () => msg('mandat social'),
  '89': () => msg('service civique'),
  '90': () => msg('autre contrat'),
};

/** *Dispositif de politique publique* (S21.G00.40.008): what says more of a contract than its nature. */
const POLICIES: Words = {
  '61': () => msg('contrat de professionnalisation'),
  '64': () => msg('apprentissage'),
  '65': () => msg('apprentissage'),
  '81': () => msg('apprentissage'),
  '92': () => msg('stage de formation professionnelle'),
};

export function learn(more: Words): void {
  natures = { ...natures, ...more };
}

/** Whether there may be words for a nature that have yet to be {@link learn learnt}. */
export const isRare = ({ nature }: Contract): boolean => nature !== null && !Object.hasOwn(natures, nature);

/** `CDD`, `apprentissage`, `contrat de nature 99`; a contract without a nature is a contract. */
export function contractKind(nature: string | null, policy: string | null): string {
  const scheme = policy === null ? undefined : wordsOf(POLICIES, policy);
  if (scheme !== undefined) return scheme;
  if (nature === null) return msg('contrat');
  return wordsOf(natures, nature) ?? msg(str`contrat de nature ${nature}`);
}
