import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Organisation } from '@mds-kit/contract/organisations';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { knownCatalogue } from '../known-catalogue.ts';
import { msg, str } from '../locale/msg.ts';
import type { MdsElement } from '../mds-element.ts';
import { helpLine } from '../parts/help.ts';
import { contact } from './contact.ts';
import type { Place } from './lanes.ts';
import { meanings } from './meanings.ts';
import { employerName, measureName, siretWords } from './words.ts';

interface Explained extends Place {
  readonly portal: PortalClient;
  readonly organisations: readonly Organisation[];
  readonly host: MdsElement;
  readonly headingLevel: number;
  readonly close: () => void;
}

/** Whom to ask: the employer first, who alone can correct; or who paid another income. */
function steps({ lane, organisations, portal, host }: Explained): TemplateResult {
  const { employer } = lane.group;
  const known = employer ? organisations : organisations.filter(({ id }) => id === lane.payer);
  const whom = employer
    ? msg('Pas de réponse, ou vos droits en dépendent\u00a0? Contactez l’organisme qui les calcule.')
    : msg('Demandez à l’organisme qui vous a payé.');
  return html`${
    employer
      ? html`<p>
          ${msg('Demandez d’abord à votre employeur\u00a0: lui seul peut corriger sa déclaration. Ce qui change s’affichera ici.')}
          <span class="block"><b>${employerName(employer)}</b></span>
          <span class="block">${msg(str`SIRET ${siretWords(employer.siret)}`)}</span>
        </p>`
      : nothing
  }
  ${
    known.length > 0
      ? html`<p>${whom}</p>
          <ul>
            ${known.map((organisation) => contact(organisation, portal))}
          </ul>`
      : html`<p>${helpLine(knownCatalogue(portal, host)?.support)}</p>`
  }`;
}

/** Why figures differ, and whom to ask: until a reporter takes it up, and for whoever wants to understand. */
export function explain(explained: Explained): TemplateResult {
  const { lane, headingLevel, close } = explained;
  return html`<section class="explain" part="explanation" aria-labelledby="why">
    <div id="why" class="sub" role="heading" aria-level=${headingLevel} tabindex="-1">
      ${msg('Comprendre ces montants, ou les faire corriger')}
    </div>
    <p>
      ${
        lane.payer === undefined
          ? msg(
              'Comparez chaque montant à la même ligne de votre fiche de paie. Ils sont souvent différents\u00a0:',
            )
          : msg(
              'Comparez chaque montant au relevé de l’organisme qui vous a payé. Ils sont souvent différents\u00a0:',
            )
      }
    </p>
    <dl class="meanings">
      ${meanings(lane).map(
        ([measure, meaning]) =>
          html`<dt>${measureName(measure)}</dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
    ${steps(explained)}
    <button class="act" @click=${close}>${msg('Fermer')}</button>
  </section>`;
}
