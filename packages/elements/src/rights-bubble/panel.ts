import { msg, str } from '../locale/msg.ts';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { DomainRights } from '@mds-kit/contract/rights';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { day, list } from '../locale/formats.ts';
import { moment } from '../locale/moments.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { procedureName } from '../locale/words/procedures.ts';
import { help } from '../parts/help.ts';
import { tonesStyles } from '../parts/tones.styles.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { wayOut } from '../parts/ways.ts';
import { contacts } from './contacts.ts';
import { nothingPaid } from './nothing-paid.ts';
import { panelStyles } from './panel.styles.ts';
import { rightLine } from './right-line.ts';
import { reasons } from './reasons.ts';
import type { Outcome } from './outcome.ts';
import type { RightsBubble } from './rights-bubble.ts';

/** What all this is drawn in. */
export { ready } from '../known-catalogue.ts';
export const styles = [tonesStyles, waysStyles, panelStyles];

/** What a panel needs to draw itself. */
export interface PanelContext {
  readonly host: RightsBubble;
  readonly portal: PortalClient;
  readonly outcome: Outcome;
  readonly name: string;
  readonly close: () => void;
}

/** What its parts need. */
interface Context {
  readonly portal: PortalClient;
  /** undefined until it is there, and when the portal cannot give it. */
  readonly catalogue: Catalogue | undefined;
  /** Heading level of the parts. */
  readonly level: number;
}

/** The opened part of a bubble: rights, procedures, who to talk to, good to know, always in this order. */
export function panel({ host, portal, outcome, name, close }: PanelContext): TemplateResult {
  const catalogue = knownCatalogue(portal, host);
  const context = { portal, catalogue, level: host.headingLevel + 1 };
  const answer = outcome.kind === 'answered' ? outcome.answer : undefined;
  return html`<div class="panel" id="panel" part="panel">
    <div class="scroll" role="region" aria-label=${name} tabindex=${host.contained ? 0 : nothing}>
      <div class="panel-head">
        <p><b class="name">${name}</b> ${answer ? received(answer) : nothing}</p>
        <button class="act" part="close" @click=${close}>${msg('Fermer')}</button>
      </div>
      <div class="parts">
        ${
          answer
            ? answered(answer, context)
            : part(context, msg('Besoin d’aide\u00a0?'), help(catalogue?.support, portal))
        }
      </div>
    </div>
  </div>`;
}

function received({ rights, organisations, asOf }: DomainRights): TemplateResult | typeof nothing {
  const names = organisations.filter(({ id }) => rights.some((right) => right.organisation === id));
  if (names.length === 0) return nothing;
  return html`<span class="quiet"
    >${msg(str`Reçu de\u00a0: ${list(names.map((one) => one.name))}, le ${moment(asOf)}`)}</span
  >`;
}

function answered(answer: DomainRights, context: Context): TemplateResult {
  return html`${part(context, msg('Vos droits'), rights(answer, context))}
  ${part(context, msg('Vos démarches'), procedures(answer, context))}
  ${part(context, msg('Vos interlocuteurs'), contacts(answer, context))}
  ${part(context, msg('À savoir'), topics(answer, context))}`;
}

function part({ level }: Context, title: string, content: unknown): TemplateResult {
  return html`<div class="part" part="part">
    <div class="part-title" role="heading" aria-level=${level}>${title}</div>
    ${content}
  </div>`;
}

function rights(answer: DomainRights, context: Context): TemplateResult {
  return html`${
    answer.rights.length > 0
      ? html`<ul>
          ${answer.rights.map((right) => rightLine(right, answer))}
        </ul>`
      : nothing
  }
  ${reasons(answer)} ${answer.situation === 'nothing-paid' ? nothingPaid(answer, context) : nothing}`;
}

/** Nothing to show: nothing there is, or nothing that we know while somebody is not heard. */
function nothingIn({ missing, notCovered }: DomainRights, words: string): TemplateResult {
  const heard = missing.length + notCovered.length === 0;
  return html`<p class="quiet">${heard ? words : msg('Nous ne le savons pas pour l’instant.')}</p>`;
}

/** After every day that there is. */
const NEVER = '9999-12-31';

/** The procedures that press come first, by date. */
function procedures(answer: DomainRights, { portal }: Context): TemplateResult {
  const urgentFirst = answer.procedures.toSorted((a, b) =>
    (a.dueBy ?? NEVER).localeCompare(b.dueBy ?? NEVER),
  );
  if (urgentFirst.length === 0) return nothingIn(answer, msg('Rien à faire pour l’instant.'));
  return html`<ul>
    ${urgentFirst.map(({ id, organisation, link, dueBy }) => {
      const from = answer.organisations.find((one) => one.id === organisation)?.name ?? organisation;
      return html`<li>
        ${dueBy ? html`<span class="due">${msg(str`À faire avant le ${day(dueBy)}`)}</span>` : nothing}
        ${wayOut(portal, link, procedureName(id) ?? msg(str`Une démarche auprès de\u00a0: ${from}`))}
      </li>`;
    })}
  </ul>`;
}

function topics(answer: DomainRights, { portal }: Context): TemplateResult {
  if (answer.topics.length === 0) return nothingIn(answer, msg('Rien de nouveau pour l’instant.'));
  return html`<ul>
    ${answer.topics.map(
      ({ title, summary, link, publishedOn }) =>
        html`<li class="topic">
          ${link ? wayOut(portal, link, title) : html`<span lang=${title.lang}>${title.text}</span>`}
          ${summary ? html`<span class="quiet block" lang=${summary.lang}>${summary.text}</span>` : nothing}
          <span class="quiet block">${msg(str`Publié le ${day(publishedOn)}`)}</span>
        </li>`,
    )}
  </ul>`;
}
