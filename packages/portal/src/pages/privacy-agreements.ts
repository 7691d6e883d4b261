/** On the privacy page: what the person answered to each fund that may vouch for them, and how to change it. */
import { html } from 'hono/html';
import type { Agreements, Decision } from '../agreements/agreements.ts';
import type { Partners } from '../partners/partners.ts';
import type { Markup } from './layout.ts';
import { dayInWords } from './privacy-words.ts';

export interface AgreementSection {
  readonly agreements: Pick<Agreements, 'all'>;
  readonly partners: Pick<Partners, 'nameOf'>;
}

/** Nothing at all for who was never asked. */
export async function agreementSection(
  subject: string,
  { agreements, partners }: AgreementSection,
): Promise<Markup> {
  const decisions = await agreements.all(subject);
  if (decisions.length === 0) return html``;
  return html`<section class="card after" aria-labelledby="accords">
    <h2 id="accords">Vos droits dans vos autres comptes</h2>
    ${decisions.map((decision) => agreementForm(decision, partners.nameOf(decision.partner) ?? decision.partner))}
  </section>`;
}

function agreementForm({ partner, agreed, at }: Decision, name: string): Markup {
  const words = agreed
    ? 'vos droits s’y affichent dans votre compte, sans FranceConnect'
    : 'vous vous identifiez chaque fois avec FranceConnect';
  const change = agreed ? `Retirer mon accord (${name})` : `Donner mon accord (${name})`;
  return html`<form method="post" action="/privacy/agreement">
    <p><b>${name}&nbsp;:</b> ${words} <span class="quiet">(votre choix du ${dayInWords(at)})</span>.</p>
    <input type="hidden" name="partner" value="${partner}" />
    <p>
      <button type="submit" class="button" name="agreed" value="${agreed ? 'no' : 'yes'}">${change}</button>
    </p>
  </form>`;
}
