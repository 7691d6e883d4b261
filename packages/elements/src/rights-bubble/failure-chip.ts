import { PortalError } from '@mds-kit/client/portal-error';
import { msg } from '../locale/msg.ts';
import type { Chip } from '../parts/chip.ts';
import { codeOf } from '../parts/failures.ts';
import { hourglass, lock, silent, slash } from '../parts/state-icons.ts';

/** What kind of failure it is; a portal that refuses is no portal that is out of reach. */
export function failureChip(error: unknown): Chip {
  switch (codeOf(error)) {
    case 'maintenance':
      return { tone: 'wait', shape: hourglass, word: msg('Maintenance') };
    case 'too-many-requests':
      return { tone: 'wait', shape: hourglass, word: msg('Trop de demandes') };
    case 'handover-refused':
      return { tone: 'bad', shape: lock, word: msg('Connexion à refaire') };
    case 'internal':
      return { tone: 'bad', shape: silent, word: msg('Panne du portail') };
  }
  const status = error instanceof PortalError ? error.problem?.status : undefined;
  return status && status < 500
    ? { tone: 'bad', shape: slash, word: msg('Demande refusée') }
    : { tone: 'bad', shape: silent, word: msg('Portail injoignable') };
}
