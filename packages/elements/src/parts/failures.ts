import { PortalError } from '@mds-kit/client/portal-error';
import { moment } from '../locale/moments.ts';
import { msg, str } from '../locale/msg.ts';

/** The stable code of a failure: of the contract, or `network`. */
export function codeOf(error: unknown): string {
  return error instanceof PortalError ? error.code : 'network';
}

/** A failure in words, to be shown as text. */
export interface Told {
  /** The portal's own title: its words are then all that there is to say. */
  readonly title?: string;
  readonly what: string;
  /** Both, where no title can stand above. */
  readonly paragraph: string;
}

/**
 * What failed, and what to do: in the portal's words, which it sends in the language that was asked, wherever it got to
 * answer. Not every failure is an outage.
 * @param otherwise what to say when the portal did not get to answer
 * @param endSaid the end of an announced maintenance is on screen already
 */
export function told(error: unknown, otherwise: string, endSaid = false): Told {
  const code = codeOf(error);
  const problem = error instanceof PortalError ? error.problem : undefined;
  if (!problem || code === 'maintenance') {
    const what = code === 'maintenance' ? closed(endSaid ? undefined : problem?.until) : otherwise;
    return { what, paragraph: what };
  }
  const { title, detail = title } = problem;
  // That detail begins with what its title says.
  const enough = code === 'internal' || detail === title;
  return { title, what: detail, paragraph: enough ? detail : `${title}. ${detail}` };
}

/** Maintenance was announced: until when. */
function closed(until: string | undefined): string {
  return until
    ? msg(str`Le portail est fermé pour entretien jusqu’au ${moment(until)}.`)
    : msg('Le portail est fermé pour entretien.');
}
