import { msg, str } from '../locale/msg.ts';
import type { Beneficiary, DomainRights, Right } from '@mds-kit/contract/rights';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { amount, date, day, euros, list } from '../locale/formats.ts';
import { benefitName } from '../locale/words/benefits.ts';

/** One right: what it is, for whom, since when; and what it pays, or that it is open. */
export function rightLine(right: Right, { organisations, asOf }: DomainRights): TemplateResult {
  const from = organisations.find(({ id }) => id === right.organisation)?.name ?? '';
  const details = [
    ...beneficiaries(right.beneficiaries),
    ...(right.since ? [msg(str`depuis le ${day(right.since)}`)] : []),
    ...(right.until ? [msg(str`jusqu’au ${day(right.until)}`)] : []),
    ...(organisations.length > 1 ? [from] : []),
    ...statedOn(right, asOf),
  ].filter(Boolean);
  return html`<li class="right" part="right">
    <span>
      ${benefitName(right.benefit) ?? msg(str`Un droit géré par ${from}`)}
      ${details.length > 0 ? html`<span class="quiet block">${sentence(details.join(', '))}</span>` : nothing}
    </span>
    <b class="sum">${worth(right)}</b>
  </li>`;
}

/** The day of which it is true, where that is not today: a balance may be days old. Funds' days are days in Paris. */
function statedOn(right: Right, now: string): string[] {
  const stated = date(right.asOf, 'Europe/Paris');
  return stated === date(now, 'Europe/Paris') ? [] : [msg(str`situation au ${stated}`)];
}

function worth({ status, amount: paid, benefit }: Right): string {
  switch (status) {
    case 'pending':
      return msg('En cours d’étude');
    case 'suspended':
      return msg('Suspendu');
    case 'ended':
      return msg('Terminé');
    case 'open':
      if (!paid) return msg('Ouvert');
      // A balance, not a payment: it stays until the person uses it.
      if (benefit === 'compte_formation') return msg(str`${euros(paid.cents)} disponibles`);
      return amount(paid);
  }
}

/** For whom it is paid, unless it is for the person alone. */
function beneficiaries(all: readonly Beneficiary[]): string[] {
  if (all.every(({ kind }) => kind === 'self')) return [];
  const names = all.map(({ kind, firstName }) => {
    if (kind === 'self') return msg('vous');
    return firstName ?? (kind === 'child' ? msg('un enfant') : msg('la personne avec qui vous vivez'));
  });
  return [msg(str`pour ${list(names)}`)];
}

const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
