import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Late } from '../late.ts';
import { msg } from '../locale/msg.ts';
import { retryButton } from './retry.ts';

export const lostWords = () => msg('Cette partie n’a pas pu être chargée.');

/** In the place of what did not come: that, whom else to ask, and the way to try again. With words that are at hand. */
export function lostPart(late: Late<unknown>, again: () => void): TemplateResult {
  return html`<p role="alert">${lostWords()}</p>
    <p class="quiet">${msg('Besoin d’aide\u00a0?')} <a class="act" href="tel:3939">39&nbsp;39</a></p>
    ${lostAct(late, again)}`;
}

/** Tries again; where that did not help, by a new document. */
export function lostAct({ lost }: Late<unknown>, again: () => void): TemplateResult {
  // Without a network a new document would be the browser's own error page.
  const reload = lost === 'again' && navigator.onLine;
  return reload
    ? retryButton(false, () => location.reload(), msg('Recharger la page'))
    : retryButton(lost === 'asking', again);
}
