import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '@mds-kit/contract/money';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import { amount, day, list, time } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { check } from '../icons.ts';
import type { Chip } from '../parts/chip.ts';
import { isOpen } from './outcome.ts';

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
  /** The portal failed, how, and with which code. */
  readonly error?: unknown;
  readonly code?: string | undefined;
  /** Nobody knows now who manages this person, in any domain: inside the overview, for its header to say. */
  readonly unknown?: boolean;
}

export const loadingFace = (): Face => ({
  gist: html`<p class="bar"></p>
    <p class="bar"></p>`,
});

/** Everybody answered, and there are open rights. */
export function readyFace(answer: DomainRights): Face {
  const open = answer.rights.filter(isOpen).length;
  return {
    chip: {
      tone: 'good',
      shape: check,
      word: open === 1 ? msg('1 droit ouvert') : msg(str`${open} droits ouverts`),
    },
    gist: factAndSource(answer, total(answer.rights) ?? msg('Vos droits sont ouverts')),
    opens: true,
  };
}

/** The fact in large type, who it comes from, and what presses. */
export function factAndSource(answer: DomainRights, fact: string): TemplateResult {
  return html`<p class="figure" part="figure">${fact}</p>
    <p class="quiet">${source(answer)}</p>
    ${due(answer)}`;
}

/**
 * The amounts of the open rights, added up by period, the most frequent period first; undefined when none has an
 * amount, which is not 0.
 */
export function total(rights: readonly Right[]): string | undefined {
  const open = rights.filter(isOpen).flatMap((right) => right.amount ?? []);
  for (const period of ['day', 'month', 'quarter', 'year', 'once'] satisfies Amount['period'][]) {
    const paid = open.filter((one) => one.period === period);
    if (paid.length > 0) return amount({ cents: paid.reduce((sum, { cents }) => sum + cents, 0), period });
  }
  return;
}

function source({ rights, organisations, asOf }: DomainRights): string {
  const names = organisations
    .filter(({ id }) => rights.some((right) => right.organisation === id))
    .map(({ name }) => name);
  return msg(str`${list(names)}, à\u00a0${time(asOf)}`);
}

/** The procedure that presses most. */
function due({ procedures }: DomainRights): TemplateResult | typeof nothing {
  const [first] = procedures.flatMap(({ dueBy }) => dueBy ?? []).sort();
  return first ? html`<p class="due">${msg(str`À faire avant le ${day(first)}`)}</p>` : nothing;
}
