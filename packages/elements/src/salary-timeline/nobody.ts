import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Support } from '@mds-kit/contract/catalogue';
import type { Salaries } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { list } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { helpLine } from '../parts/help.ts';
import { contact } from './contact.ts';

/** Who did not answer, and the way to ask again: what is shown may not be all. */
export function missing(
  { missing: gone, situation }: Salaries,
  payerName: (id: string) => string,
  retry: TemplateResult,
): TemplateResult {
  const names = gone.flatMap(({ organisation }) => organisation ?? []).map(payerName);
  const who = names.length > 0 ? list(names) : msg('un organisme');
  const words =
    situation === 'not-answering'
      ? nothing
      : html`<p>${msg(str`Pas de réponse pour l’instant\u00a0: ${who}. Il peut manquer des revenus.`)}</p>`;
  return html`<div class="gone">${words} ${retry}</div>`;
}

/** Nothing to draw: whom to ask. */
export function nobody(
  { organisations, situation }: Salaries,
  portal: PortalClient | undefined,
  support: Support | undefined,
): TemplateResult {
  const worked =
    situation === 'not-answering'
      ? nothing
      : html`<p>
          ${msg('Vous avez travaillé pendant ces mois\u00a0? Demandez d’abord à votre employeur s’il vous a déclaré.')}
        </p>`;
  const whom =
    organisations.length > 0 && portal
      ? html`<p>${msg('Vous pouvez aussi contacter\u00a0:')}</p>
          <ul>
            ${organisations.map((organisation) => contact(organisation, portal))}
          </ul>`
      : nothing;
  return html`<div class="nobody">
    ${worked} ${whom}
    <p>${helpLine(support)}</p>
  </div>`;
}
