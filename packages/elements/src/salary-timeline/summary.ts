import type { Salaries } from '@mds-kit/contract/salaries';
import { html } from 'lit';
import { msg, str } from '../locale/msg.ts';
import { monthName } from './months.ts';

/** One sentence for the whole: which months, and what is still to come; nothing where {@link missing} says why. */
export function summary({ situation, months, pending }: Salaries): string {
  const [first, last] = [months[0], months.at(-1)];
  if (situation === 'not-answering' || first === undefined || last === undefined) return '';
  const [from, to] = [monthName(first), monthName(last)];
  const what =
    situation === 'nothing-declared'
      ? msg(str`Aucun employeur n’a déclaré de salaire entre ${from} et ${to}.`)
      : first === last
        ? msg(str`Ce que vos employeurs ont déclaré\u00a0: ${to}.`)
        : msg(str`Ce que vos employeurs ont déclaré entre ${from} et ${to}.`);
  const [coming] = pending;
  if (coming === undefined) return what;
  // Some employers may have declared such a month, and others not.
  return `${what} ${msg(str`Depuis ${monthName(coming)}, tout n’est pas encore transmis.`)}`;
}

const lane = () =>
  html`<div class="bones">${[0, 1, 2, 3, 4, 5].map(() => html`<span class="bar"></span>`)}</div>`;

/** The shape of what comes. */
export const bones = () => html`${lane()} ${lane()}`;
