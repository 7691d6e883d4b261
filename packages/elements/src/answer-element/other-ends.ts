import type { PortalClient } from '@mds-kit/client/portal-client';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { knownCatalogue } from '../known-catalogue.ts';
import { msg } from '../locale/msg.ts';
import type { MdsElement } from '../mds-element.ts';
import { codeOf, told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { wayIn } from '../parts/way-in.ts';
import { waysStyles } from '../parts/ways.styles.ts';

export { ready } from '../known-catalogue.ts';
export const styles = [waysStyles];

/** There is no answer: nobody is signed in, or the portal failed. */
interface End {
  /** What to say of it; undefined where somebody has to sign in, of which the element has words of its own. */
  readonly say?: string;
  /** What went wrong, for the page; that somebody has to sign in is nothing wrong. */
  readonly code?: string;
  readonly way: TemplateResult;
}

/** How an element ends that has no answer, and the way on from there. */
export function endOf(
  error: unknown,
  host: MdsElement,
  portal: PortalClient | undefined,
  retry: TemplateResult,
): End {
  const code = codeOf(error);
  // The session went between two questions; whoever listens to it is told as well.
  if (error === undefined || code === 'signed-out' || code === 'session-ended')
    return { way: wayIn(host, portal) };
  const way = html`<div class="trouble">
    <p>${helpLine(knownCatalogue(portal, host)?.support)}</p>
    ${retry}
  </div>`;
  return { say: told(error, msg('Nous n’avons pas pu joindre le portail.')).paragraph, code, way };
}
