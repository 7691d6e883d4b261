import { msg } from '../locale/msg.ts';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { DomainRights } from '@mds-kit/contract/rights';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { benefitName } from '../locale/words/benefits.ts';
import { offer } from '../locale/words/offers.ts';
import { wayOut } from '../parts/ways.ts';

/** Nothing is paid: what the domain offers, a line each, and where to find out whether one has a right to it. */
export function nothingPaid(
  answer: DomainRights,
  { portal, catalogue }: { portal: PortalClient; catalogue: Catalogue | undefined },
): TemplateResult {
  const known = answer.offers.filter((id) => benefitName(id));
  return html`<p>
      ${msg('Tous vos organismes ont répondu\u00a0: rien ne vous est versé. Voici ce qui existe\u00a0:')}
    </p>
    <ul>
      ${known.map(
        (id) =>
          html`<li>
            <b>${benefitName(id)}</b>
            <span class="quiet block">${offer(id)}</span>
          </li>`,
      )}
    </ul>
    ${catalogue ? wayOut(portal, catalogue.simulate, msg('Faire une simulation')) : nothing}`;
}
