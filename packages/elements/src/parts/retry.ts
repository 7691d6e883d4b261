import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../locale/msg.ts';

/** Asks again; while it is asked it stays, with the keyboard on it. */
export function retryButton(asking: boolean, retry: () => unknown, words = msg('Réessayer')): TemplateResult {
  return html`<button class="act" part="retry" aria-disabled=${asking} @click=${retry}>
    ${asking ? msg('Nouvel essai…') : words}
  </button>`;
}
