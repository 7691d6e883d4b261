import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Salaries } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { knownCatalogue } from '../known-catalogue.ts';
import { msg } from '../locale/msg.ts';
import type { MdsElement } from '../mds-element.ts';
import { helpLine } from '../parts/help.ts';
import { contact } from './contact.ts';

/** Nobody can say whether there are salaries. */
export const unanswered = (retry: TemplateResult): TemplateResult =>
  html`<div class="gone">
    <p>
      ${msg('Nous ne pouvons pas afficher vos salaires déclarés pour l’instant. Cela ne veut pas dire que vous n’en avez pas.')}
    </p>
    ${retry}
  </div>`;

/** Nothing to draw: whom to ask. */
export function nobody(
  { organisations, situation }: Salaries,
  portal: PortalClient | undefined,
  host: MdsElement,
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
    <p>${helpLine(knownCatalogue(portal, host)?.support)}</p>
  </div>`;
}
