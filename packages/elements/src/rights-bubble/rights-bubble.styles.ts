import { css } from 'lit';

/**
 * A closed card has one height per width, whatever it says: the page never jumps, and in a frame the height
 * tells nothing. The heights are measured: the longest state, in French, in the widest usual font. Alone, a card
 * has a foot (whose data this is).
 */
export const styles = css`
  .root {
    display: grid;
    gap: var(--_gap);
  }
  :host([nested]) .root {
    display: contents;
  }
  .card {
    container-type: inline-size;
    position: relative;
  }
  .face {
    display: grid;
    grid-template: 'roundel title' auto 'roundel chip' auto 'body body' 1fr 'foot foot' auto / 3em minmax(
        0,
        1fr
      );
    gap: 0 0.75em;
    padding: 1em;
    --_face: 16em;
    min-block-size: var(--_face);
  }
  :host([nested]) .face {
    --_face: 11em;
  }
  .roundel {
    grid-area: roundel;
    block-size: 3em;
    border-radius: 50%;
    display: grid;
    place-items: center;
    color: var(--_accent);
    background: var(--_accent-soft);
  }
  .roundel svg {
    inline-size: 1.625em;
    block-size: 1.625em;
  }
  .title {
    grid-area: title;
    min-block-size: 1.5em;
    padding-inline-end: 1.5em;
    font-weight: 700;
  }
  .toggle svg {
    position: absolute;
    inset-inline-end: 1em;
    inset-block-start: 1em;
  }
  /* The whole card opens it, without any link standing inside a button. */
  .toggle::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .toggle:focus-visible {
    outline: none;
  }
  .toggle:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  /* As high without its chip: what stands below must not move when the answer comes. */
  .state {
    grid-area: chip;
    display: flex;
    align-items: start;
    min-block-size: 1.75em;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    padding: 0.1em 0.5em;
    border-radius: 1em;
    border: 1px solid transparent;
    font-size: 0.875em;
    font-weight: 700;
    white-space: nowrap;
  }
  .good {
    color: var(--_good);
    background: var(--_good-soft);
  }
  /* The fact stands at the head of the card; its source, or what to do, at the foot, level from card to card. */
  .body {
    grid-area: body;
    padding-block-start: 0.25em;
  }
  .body,
  .gist {
    display: flex;
    flex-direction: column;
    align-items: start;
  }
  .gist {
    flex: 1;
    inline-size: 100%;
  }
  .gist > .quiet,
  .bar + .bar {
    margin-block-start: auto;
  }
  .figure {
    font-size: 1.25em;
    line-height: 1.2;
    font-weight: 700;
  }
  .due {
    font-size: 0.875em;
    font-weight: 700;
    color: var(--_wait);
  }
  .foot {
    grid-area: foot;
    border-block-start: 1px solid var(--_line);
    margin-block-start: 0.5em;
    padding-block-start: 0.5em;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    font-size: 0.875em;
  }
  /* Above what opens the card; one line of it to the eye, and 44 px to the finger. */
  .card .act {
    position: relative;
    z-index: 1;
    margin-block: -0.675em;
  }
  .lost {
    grid-column: 1 / -1;
    padding: 1em;
  }
  .bar {
    block-size: 1em;
    inline-size: 60%;
    border: 1px solid transparent;
    background: var(--_line);
  }
  @container (max-width: 21.5em) {
    .face {
      --_face: 19em;
      grid-template-columns: 2.5em minmax(0, 1fr);
      column-gap: 0.6em;
    }
    :host([nested]) .face {
      --_face: 12.5em;
    }
    .roundel {
      block-size: 2.5em;
    }
  }
  @container (min-width: 34em) {
    .face {
      grid-template: 'roundel title chip' auto 'roundel body body' 1fr 'foot foot foot' auto / 3em 1fr auto;
      --_face: 13em;
    }
    .state {
      padding-inline-end: 1.75em;
    }
    .title {
      padding-inline-end: 0;
      min-block-size: 1.75em;
    }
    :host([nested]) .face {
      --_face: 8.5em;
    }
  }
  :host([contained]) .face {
    block-size: var(--_face);
    overflow-y: auto;
  }
  @media print {
    .card {
      break-inside: avoid;
    }
    .act,
    .toggle svg {
      display: none;
    }
    :host([contained]) .face {
      overflow: visible;
      block-size: auto;
    }
  }
`;
