import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '@mds-kit/contract/money';
import type { DomainRights } from '@mds-kit/contract/rights';
import { amount, day, list, moment, time } from '../locale/formats.ts';
import { schemeName } from '../locale/words/schemes.ts';
import type { View } from './view.ts';

/** What a closed bubble says: one fact first; who it comes from and when, and what presses, small beneath. */
export function gist(view: View): TemplateResult {
  switch (view.state) {
    case 'ready':
      return html`<p class="figure" part="figure">${figure(view.answer)}</p>
        <p class="quiet">${source(view.answer)}</p>
        ${due(view.answer)}`;
    case 'partial':
      return html`<p class="figure" part="figure">${figure(view.answer)}</p>
        <p class="quiet">${silence(view.answer)}</p>`;
    case 'nothing-paid':
      return html`<p>${msg('Avez-vous droit à une aide ?')}</p>`;
    case 'not-covered':
      return html`<p>${notTransmitted(view.answer)}</p>`;
    case 'not-answering':
      return html`<p>${silence(view.answer)} ${unchanged()}</p>`;
    case 'maintenance':
      return html`<p>
        ${
          view.until
            ? msg(str`Le portail est fermé pour entretien jusqu’au ${moment(view.until)}.`)
            : msg('Le portail est fermé pour entretien.')
        }
        ${unchanged()}
      </p>`;
    case 'error':
      return html`<p>${msg('Nous n’avons pas pu joindre le portail.')} ${unchanged()}</p>`;
    case 'session-ended':
      return html`<p>
        ${
          nested
            ? msg('Connectez-vous à nouveau pour voir vos droits.')
            : msg('Pour protéger vos données, nous vous avons déconnecté.')
        }
      </p>`;
    case 'signed-out':
      return html`<p>${msg('Identifiez-vous pour voir vos droits.')}</p>`;
    case 'loading':
      return html`<p class="bar wide"></p>
        <p class="bar"></p>`;
  }
}

const unchanged = () => msg('Vos droits ne changent pas.');

/**
 * The amounts of the open rights, added up by period, the most frequent period first. Rights without an amount
 * are not 0: they say that they are open.
 */
function figure({ rights }: DomainRights): string {
  const open = rights.filter((right) => right.status === 'open');
  const [first] = (['month', 'quarter', 'year', 'once'] as const).flatMap((period): Amount[] => {
    const paid = open.flatMap((right) => (right.amount?.period === period ? [right.amount.cents] : []));
    return paid.length > 0 ? [{ cents: paid.reduce((sum, cents) => sum + cents), period }] : [];
  });
  if (first) return amount(first);
  if (open.length > 0) return msg('Vos droits sont ouverts');
  if (rights.some((right) => right.status === 'pending')) return msg('Votre demande est à l’étude');
  if (rights.some((right) => right.status === 'suspended')) return msg('Vos versements sont suspendus');
  return msg('Vos droits ont pris fin');
}

function source({ rights, organisations, asOf }: DomainRights): string {
  const ids = new Set(rights.map((right) => right.organisation));
  const names = organisations.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return msg(str`${list(names)}, à ${time(asOf)}`);
}

/** Who did not answer, never worded as an absence of right. */
function silence({ missing, organisations }: DomainRights): string {
  const names = organisations.filter(({ id }) => missing.some((one) => one.organisation === id));
  const [only] = names;
  if (missing.some((one) => one.organisation === null) || !only)
    return msg('Nous ne savons pas, pour l’instant, quels organismes vous suivent.');
  if (names.length === 1) return msg(str`${only.name} n’a pas répondu.`);
  return msg(str`${names.length} organismes n’ont pas répondu.`);
}

/** The procedure that presses most. */
function due({ procedures }: DomainRights): TemplateResult | typeof nothing {
  const [first] = procedures.flatMap(({ dueBy }) => dueBy ?? []).sort();
  return first ? html`<p class="due">${msg(str`À faire avant le ${day(first)}`)}</p>` : nothing;
}

function notTransmitted({ notCovered }: DomainRights): string {
  const [first] = notCovered;
  const scheme = first ? schemeName(first.scheme) : msg('Votre régime');
  return msg(str`${scheme} ne transmet pas encore ces informations.`);
}
