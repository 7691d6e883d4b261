import { css } from 'lit';

/**
 * Panels stand after their card in the document; on wide screens the grid packs the next cards into the row that
 * the panel left open, so that it appears below its row and is still read, and reached by Tab, right after its card.
 */
export const styles = css`
  .root {
    container-type: inline-size;
  }
  .header {
    --_header: 20.5em;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 2em;
    padding: 1em;
    min-block-size: var(--_header);
    align-content: space-between;
    margin-block-end: var(--_gap);
  }
  .tell {
    flex: 1 1 16em;
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
  }
  .say {
    max-inline-size: 38em;
    text-wrap: balance;
    padding-block-start: 0.125em;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: start;
    gap: 0 1em;
  }
  /* What the height leaves free stands above a line, as in a bubble that is alone: the foot of the card. */
  @container (max-width: 33.9375em) {
    .do {
      inline-size: 100%;
    }
    /* No line before something stands under it: what is seen at the end, and grows, moves. */
    .do:not(:empty, :has(:not(:defined))) {
      border-block-start: 1px solid var(--_line);
      padding-block-start: 0.25em;
    }
  }
  .do .act {
    font-size: 0.875em;
  }
  .say .act {
    margin-block: -0.675em;
    font-weight: 700;
  }
  .quiet .quiet {
    font-size: 1em;
  }
  .bar {
    block-size: 1em;
    inline-size: 70%;
    background: var(--_line);
  }
  mds-rights-bubble {
    display: contents;
  }
  .grid {
    display: grid;
    gap: var(--_gap);
    grid-auto-flow: row dense;
    /* Six are two rows of three at most: a third of the width is a column's least. */
    --_third: calc((100% - 2 * var(--_gap)) / 3);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(18em, var(--_third))), 1fr));
  }
  @container (min-width: 20em) {
    .header {
      --_header: 18em;
    }
  }
  @container (min-width: 24em) {
    .header {
      --_header: 16.5em;
    }
  }
  @container (min-width: 34em) {
    .header {
      --_header: 12em;
    }
  }
  /* Where the grid has two columns. */
  @container (min-width: 44.0625em) {
    .header {
      --_header: 10.5em;
    }
    .do {
      max-inline-size: 16em;
      --_side: end;
      justify-content: end;
    }
    /* As wide before the way in is known as after: a box that stands at the end and grows moves. */
    .do:has(mds-sign-in) {
      inline-size: 22em;
      max-inline-size: none;
    }
    mds-sign-in {
      flex: 1;
    }
  }
  @container (min-width: 52em) {
    /* What the way in needs is left free above and below. */
    .header {
      --_header: 9em;
      align-content: center;
      align-items: center;
    }
    /* Two lines in any case: in the middle of a card, what grows moves. */
    .say {
      min-block-size: 2.6em;
    }
    .do {
      align-self: auto;
    }
    .do {
      max-inline-size: 20em;
    }
    .do:has(mds-sign-in) {
      inline-size: 28em;
    }
  }
  /* Where the grid has three columns. */
  @container (min-width: 65em) {
    .say {
      max-inline-size: none;
    }
  }
  :host([contained]) .header {
    block-size: var(--_header);
    overflow-y: auto;
  }
  .do [part='retry'] {
    padding-inline: 1em;
    border: 1px solid transparent;
    border-radius: 8px;
    print-color-adjust: exact;
    font-weight: 700;
    text-decoration: none;
    color: var(--mds-on-accent, light-dark(#ffffff, #0c1220));
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
    }
  }
  @media print {
    .act {
      display: none;
    }
    :host([contained]) .header {
      block-size: auto;
      overflow: visible;
    }
  }
`;
