/**
 * FranceConnect's button as it asks to be shown: its words, its colours, its explanation beneath, first among all
 * ways to sign in. The mark is a drawing of ours in the place of the official one, which a service puts there when
 * FranceConnect qualifies it.
 */
import { html } from 'hono/html';

export function franceConnectButton(startPath: string) {
  return html`<p class="fc-group">
    <a class="fc" href="${startPath}">
      <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <path d="M20 3 35 11.500v17L20 37 5 28.500v-17z" />
        <path d="M14 27v-3.500c0-3 2.700-5 6-5s6 2 6 5V27" />
        <circle cx="20" cy="13.500" r="3.200" />
      </svg>
      <span><span>S’identifier avec</span> <b>FranceConnect</b></span>
    </a>
    <a
      class="fc-about"
      href="https://franceconnect.gouv.fr/"
      target="_blank"
      rel="noopener noreferrer"
      title="Qu’est-ce que FranceConnect&nbsp;? - nouvelle fenêtre"
      >Qu’est-ce que FranceConnect&nbsp;?</a
    >
  </p>`;
}
