import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '@mds-kit/contract/money';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import { amount, day, list, time } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { check, hourglass, minus } from '../icons.ts';
import type { Chip } from '../parts/chip.ts';

/** What a closed bubble shows; the words of all states but the usual one are in other-faces.ts, loaded when needed. */
export interface Face {
  /** The state in a word or two. */
  readonly chip?: Chip | undefined;
  /** One fact first; who it comes from and when, and what presses, small beneath. */
  readonly gist: TemplateResult;
  /** The one thing to do next. */
  readonly way?: TemplateResult | undefined;
  /** What stands at the foot of a bubble that is alone, where nobody is signed in. */
  readonly foot?: TemplateResult | undefined;
  /** There is more to say in a panel. */
  readonly opens?: boolean;
  /** The portal failed, and with which code. */
  readonly code?: string | undefined;
}

export const loadingFace = (): Face => ({
  gist: html`<p class="bar wide"></p>
    <p class="bar"></p>`,
});

/** Everybody answered, and there are rights. */
export function readyFace(answer: DomainRights): Face {
  return {
    chip: rightsChip(answer.rights),
    gist: html`${figure(answer)}
      <p class="quiet">${source(answer)}</p>
      ${due(answer)}`,
    opens: true,
  };
}

const counting = (rights: readonly Right[], status: Right['status']) =>
  rights.filter((right) => right.status === status).length;

function rightsChip(rights: readonly Right[]): Chip {
  const open = counting(rights, 'open');
  if (open > 0)
    return {
      tone: 'good',
      shape: check,
      word: open === 1 ? msg('1 droit ouvert') : msg(str`${open} droits ouverts`),
    };
  if (counting(rights, 'pending')) return { tone: 'wait', shape: hourglass, word: msg('Demande en cours') };
  if (counting(rights, 'suspended'))
    return { tone: 'wait', shape: hourglass, word: msg('Versement suspendu') };
  return { tone: 'none', shape: minus, word: msg('Droits terminés') };
}

/**
 * The amounts of the open rights, added up by period, the most frequent period first. Rights without an amount
 * are not 0: they say that they are open.
 */
export function figure({ rights }: DomainRights): TemplateResult {
  return html`<p class="figure" part="figure">${total(rights) ?? standing(rights)}</p>`;
}

function total(rights: readonly Right[]): string | undefined {
  const open = rights.flatMap((right) => (right.status === 'open' && right.amount ? [right.amount] : []));
  for (const period of ['month', 'quarter', 'year', 'once'] satisfies Amount['period'][]) {
    const paid = open.filter((one) => one.period === period);
    if (paid.length > 0) return amount({ cents: paid.reduce((sum, { cents }) => sum + cents, 0), period });
  }
  return;
}

function standing(rights: readonly Right[]): string {
  if (counting(rights, 'open')) return msg('Vos droits sont ouverts');
  if (counting(rights, 'pending')) return msg('Votre demande est à l’étude');
  if (counting(rights, 'suspended')) return msg('Vos versements sont suspendus');
  return msg('Vos droits ont pris fin');
}

function source({ rights, organisations, asOf }: DomainRights): string {
  const names = organisations
    .filter(({ id }) => rights.some((right) => right.organisation === id))
    .map(({ name }) => name);
  return msg(str`${list(names)}, à ${time(asOf)}`);
}

/** The procedure that presses most. */
function due({ procedures }: DomainRights): TemplateResult | typeof nothing {
  const [first] = procedures.flatMap(({ dueBy }) => dueBy ?? []).sort();
  return first ? html`<p class="due">${msg(str`À faire avant le ${day(first)}`)}</p>` : nothing;
}
