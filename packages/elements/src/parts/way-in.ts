import type { PortalClient } from '@mds-kit/client/portal-client';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { knownCatalogue } from '../known-catalogue.ts';
import { Late } from '../late.ts';
import { msg } from '../locale/msg.ts';
import type { MdsElement } from '../mds-element.ts';
import { helpLine } from './help.ts';
import { lostAct } from './lost.ts';

const lates = new WeakMap<MdsElement, Late<unknown>>();

/** The way in as this element loads it. */
export function lateSignIn(host: MdsElement): Late<unknown> {
  const late = lates.get(host) ?? new Late(host, () => import('../sign-in/define.ts'));
  lates.set(host, late);
  return late;
}

/**
 * The way in, inside an element that says the rest. While it is no element, what stands in its tag is read: where it
 * cannot be loaded, why, whom to ask, and what the page says of the portal, which is mostly a link to it.
 */
export function wayIn(host: MdsElement, portal: PortalClient | undefined): TemplateResult {
  const late = lateSignIn(host);
  void late.fetch();
  return html`<mds-sign-in
    nested
    .theme=${host.theme}
    .contained=${host.contained}
    .client=${host.client}
    @mds-ready=${(event: Event) => event.stopPropagation()}
    >${late.lost ? lost(host, portal, late) : nothing}</mds-sign-in
  >`;
}

function lost(host: MdsElement, portal: PortalClient | undefined, late: Late<unknown>): TemplateResult {
  return html`<p class="quiet" role="alert">
      ${msg('Nous n’avons pas pu préparer la connexion.')} ${helpLine(knownCatalogue(portal, host)?.support)}
    </p>
    <slot></slot>
    ${lostAct(late, () => void again(host, late))}`;
}

/** The button goes with the failure: what is loaded then takes the keyboard over. */
async function again(host: MdsElement, late: Late<unknown>): Promise<void> {
  const held = host.shadowRoot?.activeElement;
  const signIn = host.shadowRoot?.querySelector('mds-sign-in');
  signIn?.addEventListener('mds-ready', () => held && focusFirst(signIn), { once: true });
  await late.again();
}

const focusFirst = ({ shadowRoot }: Element) => shadowRoot?.querySelector<HTMLElement>('a, button')?.focus();
