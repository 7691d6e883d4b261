import { msg, str } from '../locale/msg.ts';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { Organisation } from '@mds-kit/contract/organisations';
import type { DomainRights } from '@mds-kit/contract/rights';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { openingHours } from '../locale/moments.ts';
import { linkName, ORGANISATION_LINKS } from '../locale/words/links.ts';
import { help } from '../parts/help.ts';
import { phoneLink, wayOut } from '../parts/ways.ts';

interface Surroundings {
  readonly portal: PortalClient;
  readonly catalogue: Catalogue | undefined;
}

/** Who to talk to; where nobody is known, whoever helps with the portal itself. */
export function contacts(
  { organisations }: DomainRights,
  { portal, catalogue }: Surroundings,
): TemplateResult | TemplateResult[] {
  if (organisations.length === 0) return help(catalogue?.support, portal);
  return organisations.map((organisation) => contact(organisation, portal));
}

function contact({ name, phone, hours, address, links }: Organisation, portal: PortalClient): TemplateResult {
  return html`<div class="contact" part="contact">
    <b>${name}</b>
    ${
      phone
        ? html`<p>
            ${msg('Téléphone\u00a0:')} ${phoneLink(phone)}
            ${hours.length > 0 ? html`<span class="quiet block">${openingHours(hours)}</span>` : nothing}
          </p>`
        : nothing
    }
    ${address.length > 0 ? html`<p class="quiet">${address.map((line) => html`${line}<br />`)}</p>` : nothing}
    ${sites(links, portal)}
  </div>`;
}

/** The pages of an organisation, each site named once. */
function sites(links: Organisation['links'], portal: PortalClient): TemplateResult[] {
  const known = ORGANISATION_LINKS.flatMap((kind) => {
    const link = links[kind];
    return link ? [{ kind, link }] : [];
  });
  return [...Map.groupBy(known, ({ link }) => link.host)].map(
    ([host, ways]) =>
      html`<p class="quiet sites">${msg(str`Sur ${host}\u00a0:`)}</p>
        <ul>
          ${ways.map(({ kind, link }) => html`<li>${wayOut(portal, link, linkName(kind), true)}</li>`)}
        </ul>`,
  );
}
