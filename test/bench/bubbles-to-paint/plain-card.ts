import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

/** The words of a closed bubble, in the order in which it shows them. */
export type Words = {
  title: string;
  chip: string;
  lines: { kind: string; text: string }[];
  foot: { who: string; nir: string; spokenNir: string; leave: string } | undefined;
};

const icon = () =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12a8 8 0 1 0 16 0 8 8 0 0 0-16 0" /></svg>`;

/**
 * What a good developer writes by hand when they are given the words: the same picture as a bubble, and nothing that a
 * bubble does to get there or to stay right. The measure of what our machinery costs.
 */
export class PlainCard extends LitElement {
  static override styles = css`
    :host {
      display: block;
      color-scheme: light dark;
      line-height: 1.4;
      color: light-dark(#1b1f24, #eceff3);
    }
    * {
      box-sizing: border-box;
    }
    p {
      margin: 0;
    }
    .card {
      container-type: inline-size;
      position: relative;
      background: light-dark(#ffffff, #14181d);
      border: 1px solid light-dark(#d5dae0, #39424d);
      border-radius: 10px;
    }
    .face {
      display: grid;
      grid-template: 'roundel title' auto 'roundel chip' auto 'body body' 1fr 'foot foot' auto / 3em 1fr;
      gap: 0 0.75em;
      padding: 1em;
      min-block-size: var(--face-height);
    }
    svg {
      inline-size: 1.25em;
      block-size: 1.25em;
      flex: none;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
    }
    .roundel {
      grid-area: roundel;
      inline-size: 3em;
      block-size: 3em;
      border-radius: 50%;
      display: grid;
      place-items: center;
      color: light-dark(#2346a0, #9db8ff);
      background: light-dark(#e9eefb, #22304f);
    }
    .title {
      grid-area: title;
      font-weight: 700;
      font-size: 1.0625em;
    }
    button {
      font: inherit;
      color: inherit;
      background: none;
      border: 0;
      padding: 0;
    }
    .toggle {
      inline-size: 100%;
      display: flex;
      justify-content: space-between;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 0.3em;
      padding: 0.1em 0.6em 0.1em 0.4em;
      border-radius: 2em;
      font-size: 0.8125em;
      font-weight: 600;
      color: light-dark(#18753c, #7fd69a);
      background: light-dark(#e3f4e8, #173323);
    }
    .body {
      grid-area: body;
      padding-block-start: 0.5em;
    }
    .figure {
      font-size: 1.25em;
      font-weight: 700;
    }
    .quiet {
      color: light-dark(#57606a, #a9b2bd);
      font-size: 0.875em;
    }
    .due {
      font-size: 0.875em;
      font-weight: 600;
      color: light-dark(#7a4b00, #f2c475);
    }
    .foot {
      grid-area: foot;
      border-block-start: 1px solid light-dark(#d5dae0, #39424d);
      padding-block-start: 0.5em;
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      column-gap: 1em;
      font-size: 0.875em;
    }
    .foot button {
      min-block-size: 44px;
      font-weight: 600;
      color: light-dark(#2346a0, #9db8ff);
      text-decoration: underline;
    }
    .hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    @container (min-width: 30em) {
      .face {
        grid-template: 'roundel title chip' auto 'roundel body body' 1fr 'foot foot foot' auto / 3em 1fr auto;
      }
    }
  `;

  @property({ attribute: false }) words: Words | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.words) return nothing;
    const { title, chip, lines, foot } = this.words;
    return html`<div class="card">
      <div class="face">
        <span class="roundel">${icon()}</span>
        <div class="title" role="heading" aria-level="3">
          <button class="toggle" aria-expanded="false">${title}${icon()}</button>
        </div>
        <div><span class="chip">${icon()}${chip}</span></div>
        <div class="body">${lines.map(({ kind, text }) => html`<p class=${kind}>${text}</p>`)}</div>
        ${
          foot
            ? html`<div class="foot">
                <p>
                  <b>${foot.who}</b> <span aria-hidden="true">${foot.nir}</span
                  ><span class="hidden">${foot.spokenNir}</span>
                </p>
                <button>${foot.leave}</button>
              </div>`
            : nothing
        }
      </div>
    </div>`;
  }
}

customElements.define('plain-card', PlainCard);

declare global {
  interface HTMLElementTagNameMap {
    'plain-card': PlainCard;
  }
}
