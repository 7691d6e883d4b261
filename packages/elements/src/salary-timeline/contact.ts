import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Organisation } from '@mds-kit/contract/organisations';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { openingHours } from '../locale/moments.ts';
import { msg } from '../locale/msg.ts';
import { phoneLink, wayOut } from '../parts/ways.ts';

/** One body: its phone, and its page for the person. */
export function contact({ name, phone, hours, links }: Organisation, portal: PortalClient): TemplateResult {
  const { account } = links;
  return html`<li>
    <b>${name}</b>
    ${
      phone
        ? html`<span class="block"
            >${msg('Téléphone\u00a0:')} ${phoneLink(phone)}
            ${hours.length > 0 ? html`<span class="quiet">(${openingHours(hours)})</span>` : nothing}</span
          >`
        : nothing
    }
    ${account ? html`<span class="block">${wayOut(portal, account, msg('Accéder à votre compte'))}</span>` : nothing}
  </li>`;
}
