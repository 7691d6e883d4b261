import { msg } from '../locale/msg.ts';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Support } from '@mds-kit/contract/catalogue';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { openingHours } from '../locale/moments.ts';
import { phoneLink, wayOut } from './ways.ts';

/**
 * Whom to ask when something fails: who answers the phone, when, and that a counter exists. Without the
 * catalogue, which the portal could not give, the State's own service answers for all of them.
 */
export function help(support: Support | undefined, client: PortalClient | undefined): TemplateResult {
  if (!support || !client) return generalHelp();
  return html`<div class="help">
    <p>
      <b>${support.name}</b><br />
      ${msg('Téléphone\u00a0:')} ${phoneLink(support.phone)}<br />
      ${openingHours(support.hours)}
    </p>
    <p>${msg('Vous pouvez aussi demander de l’aide à un guichet France services.')}</p>
    ${wayOut(client, support.counters, msg('Trouver un guichet'))}
  </div>`;
}

const GENERAL_PHONE = '39 39';
const generalHours = () => msg('en semaine, aux heures de bureau');

function generalHelp(): TemplateResult {
  return html`<div class="help">
    <p>
      <b>Allô Service Public</b><br />
      ${msg('Téléphone\u00a0:')} ${phoneLink(GENERAL_PHONE)}<br />
      ${generalHours()}
    </p>
    <p>${msg('Vous pouvez aussi demander de l’aide à un guichet France services, près de chez vous.')}</p>
  </div>`;
}

/** The same in one sentence, where there is room for no more. */
export function helpLine(support: Support | undefined): TemplateResult {
  const phone = phoneLink(support?.phone ?? GENERAL_PHONE);
  const when = support ? openingHours(support.hours) : generalHours();
  const call = when ? html`${phone} ${`(${when})`}` : phone;
  return html`<span class="quiet"
    >${msg(html`Besoin d’aide&nbsp;? Appelez le ${call} ou allez à un guichet France services.`)}</span
  >`;
}
