import { msg } from '../locale/msg.ts';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

const ABOUT = 'https://franceconnect.gouv.fr/';

/**
 * The button that FranceConnect asks for: its words translated but never changed, its colours and size fixed, its
 * explanation beneath. A real link for the whole page: the choice of an identity may not open in a frame or a
 * pop-up. The mark is a drawing of ours that keeps the official one's place; a service that goes live puts the
 * official file there (FranceConnect qualifies every integration before it opens).
 */
export function franceConnect(startUrl: string): TemplateResult {
  return html`<a class="fc" part="france-connect" href=${startUrl} target="_top">
      ${mark()}<span class="fc-words"><span>${msg('S’identifier avec')}</span> <b>FranceConnect</b></span>
    </a>
    <p>
      <a
        class="about"
        part="link"
        href=${ABOUT}
        target="_blank"
        rel="noopener noreferrer"
        title=${msg('Qu’est-ce que FranceConnect\u00a0? - nouvelle fenêtre')}
        >${msg('Qu’est-ce que FranceConnect\u00a0?')}</a
      >
    </p>`;
}

function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
    <path d="M20 3 35 11.500v17L20 37 5 28.500v-17z" />
    <path d="M14 27v-3.500c0-3 2.700-5 6-5s6 2 6 5V27" />
    <circle cx="20" cy="13.500" r="3.200" />
  </svg>`;
}

/** Fixed by FranceConnect, light and dark: tokens do not reach them. */
export const franceConnectStyles = css`
  .fc {
    display: inline-flex;
    vertical-align: top;
    align-items: center;
    gap: 12px;
    min-block-size: 60px;
    padding-block: 8px;
    padding-inline: 14px 18px;
    color: light-dark(#f5f5fe, #000091);
    background: light-dark(#000091, #8585f6);
    font-size: 16px;
    line-height: 1.25;
    text-decoration: none;
    border: 1px solid transparent;
    print-color-adjust: exact;
  }
  .fc:hover {
    background: light-dark(#1212ff, #b1b1f9);
  }
  .fc-words > * {
    display: block;
  }
  .fc b {
    font-size: 1.125em;
  }
  .mark {
    inline-size: 40px;
    block-size: 40px;
  }
  .about {
    display: inline-block;
    font-size: 0.875em;
    padding-block: 0.55em;
  }
`;
