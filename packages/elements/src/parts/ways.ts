import { msg, str } from '../locale/msg.ts';
import type { Link } from '@mds-kit/contract/organisations';
import type { FreeText } from '@mds-kit/contract/formats';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { TemplateResult } from 'lit';

// A letter, not a drawing, so that it never stands alone on a line; U+FE0E keeps phones from drawing an emoji.
const ARROW = html`<span aria-hidden="true">&nbsp;↗&#xfe0e;</span>`;

/**
 * A way out, by id: a rebound of the portal. It opens a new window, since a frame cannot lead the page elsewhere
 * without losing it for the person, and says so, and where to, in the link itself (RGAA 6.1, 13.2).
 * @param hostShown the host is on screen beside the link already, and only spoken in it
 */
export function wayOut(
  client: PortalClient,
  { id, host }: Link,
  words: string | FreeText,
  hostShown = false,
): TemplateResult {
  const [text, lang] = typeof words === 'string' ? [words] : [words.text, words.lang];
  return html`<a
    class="way"
    part="link"
    href=${client.reboundUrl(id)}
    target="_blank"
    rel="noopener noreferrer"
    ><span lang=${ifDefined(lang)} class="words">${text}</span>${ARROW}<span
      class=${hostShown ? 'hidden' : 'quiet host'}
      >${msg(str`sur ${host}`)}<span class="hidden">${msg(', nouvelle fenêtre')}</span></span
    ></a
  >`;
}

/** A telephone number, as it is read and as it is dialled. */
export function phoneLink(phone: string): TemplateResult {
  return html`<a class="way phone" part="link" href="tel:${phone.replaceAll(' ', '')}"
    >${phone.replaceAll(' ', '\u00a0')}</a
  >`;
}
