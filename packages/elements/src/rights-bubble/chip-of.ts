import { msg, str } from '@lit/localize';
import type { Right } from '@mds-kit/contract/rights';
import type { Chip } from '../parts/chip.ts';
import type { View } from './view.ts';

/** The state of a domain in a word or two. */
export function chipOf(view: View): Chip | undefined {
  switch (view.state) {
    case 'ready':
      return rightsChip(view.answer.rights);
    case 'partial':
      return { tone: 'wait', shape: 'half', word: msg('Réponse incomplète') };
    case 'nothing-paid':
      return { tone: 'none', shape: 'minus', word: msg('Rien de versé') };
    case 'not-covered':
      return { tone: 'none', shape: 'slash', word: msg('Pas encore couvert') };
    case 'not-answering':
      return { tone: 'wait', shape: 'silent', word: msg('Ne répond pas') };
    case 'maintenance':
      return { tone: 'wait', shape: 'hourglass', word: msg('Maintenance') };
    case 'error':
      return { tone: 'bad', shape: 'silent', word: msg('Portail injoignable') };
    case 'session-ended':
      return { tone: 'none', shape: 'lock', word: msg('Session terminée') };
    case 'signed-out':
      return { tone: 'none', shape: 'lock', word: msg('Non connecté') };
    case 'loading':
      return undefined;
  }
}

function rightsChip(rights: readonly Right[]): Chip {
  const open = rights.filter((right) => right.status === 'open').length;
  if (open === 1) return { tone: 'good', shape: 'check', word: msg('1 droit ouvert') };
  if (open > 1) return { tone: 'good', shape: 'check', word: msg(str`${open} droits ouverts`) };
  if (rights.some((right) => right.status === 'pending'))
    return { tone: 'wait', shape: 'hourglass', word: msg('Demande en cours') };
  if (rights.some((right) => right.status === 'suspended'))
    return { tone: 'wait', shape: 'hourglass', word: msg('Versement suspendu') };
  return { tone: 'none', shape: 'minus', word: msg('Droits terminés') };
}
