import { PortalError } from '@mds-kit/client/portal-error';
import { moment } from '../locale/moments.ts';
import { msg, str } from '../locale/msg.ts';

/** The stable code of a failure: of the contract, or `network`. */
export function codeOf(error: unknown): string {
  return error instanceof PortalError ? error.code : 'network';
}

/** Maintenance was announced: until when. */
export function closed(error: unknown): string {
  const until = error instanceof PortalError ? error.problem?.until : undefined;
  return until
    ? msg(str`Le portail est fermé pour entretien jusqu’au ${moment(until)}.`)
    : msg('Le portail est fermé pour entretien.');
}
