import { css } from 'lit';
import type { CSSResult } from 'lit';

/** Months side by side, from a width at which the figures of so many have room. */
const acrossFrom = (width: CSSResult, grid: CSSResult) => css`
  @container (min-width: ${width}) {
    ${grid} .heads,
    ${grid} .head-row {
      position: static;
      margin: 0;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
    }
    ${grid} .lane {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      gap: 0 0.75em;
      align-items: end;
      padding-block: 0.5em;
    }
    ${grid} .who {
      align-self: center;
      padding: 0;
      font-size: 0.875em;
    }
    ${grid} .cells {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }
    ${grid} .cell {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      text-align: center;
    }
    ${grid} .cell.none {
      display: grid;
    }
    ${grid} .up,
    ${grid} .figure,
    ${grid} .brief {
      display: revert;
    }
    ${grid} .along,
    ${grid} .when,
    ${grid} .cell:not(.gap) .value {
      display: none;
    }
    ${grid} .bars {
      grid-area: 1 / 1;
      block-size: 6.5em;
    }
    ${grid}.low .bars {
      block-size: 4.5em;
    }
    ${grid} .gap .value {
      grid-area: 1 / 1;
      align-self: end;
      padding: 0;
      margin-block-end: 0.4em;
      font-size: 0.6875em;
      line-height: 1.2;
      text-align: center;
    }
    ${grid} .marks {
      grid-area: 2 / 1;
      flex-direction: column;
      align-items: center;
      gap: 0;
      padding: 0.2em 0 0.4em;
      font-size: 0.6875em;
      line-height: 1.2;
    }
    ${grid} .head-row .cell {
      font-size: 0.75em;
      color: var(--_text-quiet);
    }
    ${grid} .totals .brief {
      font-size: 0.75em;
      font-weight: 700;
    }
    ${grid} .brief span {
      display: block;
      font-weight: 400;
    }
    ${grid} {
      display: revert;
    }
    ${grid} .head-row .who {
      color: var(--_text-quiet);
      align-self: end;
    }
    .few .short span {
      display: block;
    }
  }
`;

/**
 * The lanes. By default months run downwards, a line each; where all of them fit side by side with their figures, they
 * run to the right. Paper is wide or narrow like a screen.
 */
export const chartStyles = css`
  :host {
    --_chart-1: var(--mds-chart-1, light-dark(#2346a0, #9db8ff));
    --_chart-2: var(--mds-chart-2, light-dark(#0e8a7b, #5fd0c2));
    --_chart-3: var(--mds-chart-3, light-dark(#b5651d, #f0a868));
  }
  .hue-0 {
    --_hue: var(--_chart-1);
  }
  .hue-1 {
    --_hue: var(--_chart-2);
  }
  .hue-2 {
    --_hue: var(--_chart-3);
  }
  .hue-other {
    --_hue: var(--_text-quiet);
  }
  .grid {
    font-variant-numeric: tabular-nums;
  }
  .lane + .lane,
  .group + * {
    border-block-start: 1px solid var(--_line);
  }
  .lane {
    padding-block: 0.75em;
  }
  .who {
    padding-block-end: 0.25em;
  }
  .cell.none,
  .up,
  .figure,
  .brief {
    display: none;
  }
  .cell {
    display: grid;
    grid-template-columns: 5.25em minmax(0, 1fr) 5.75em;
    align-items: center;
    gap: 0 0.5em;
    min-block-size: max(32px, 2em);
    border-radius: 6px;
  }
  [data-line] {
    cursor: pointer;
  }
  .cell:focus-visible {
    outline-offset: 0;
    border-radius: 6px;
  }
  [aria-selected='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .when {
    font-size: 0.875em;
    color: var(--_text-quiet);
    padding-inline-start: 0.35em;
    white-space: nowrap;
  }
  .value {
    text-align: end;
    padding-inline-end: 0.35em;
  }
  .totals .value {
    grid-column: 2 / -1;
    font-weight: 700;
  }
  .marks {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0 0.5em;
    padding-inline-end: 0.35em;
    font-size: 0.75em;
  }
  .marks:empty {
    display: none;
  }
  .bars {
    inline-size: 100%;
    block-size: 1.5em;
    overflow: visible;
    stroke: none;
  }
  .pay {
    fill: var(--_hue);
  }
  .old {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.25;
    stroke-dasharray: 3 3;
  }
  .figure {
    font-size: 0.75em;
    fill: currentColor;
    text-anchor: middle;
  }
  /* Upright, beginning where its bar ends. */
  .many .figure {
    text-anchor: start;
    dominant-baseline: central;
    transform-box: fill-box;
    transform-origin: 0 50%;
    transform: rotate(-90deg) translateX(0.3em);
  }
  .many .brief,
  .many .short,
  .many .marks,
  .many .gap .value {
    writing-mode: vertical-rl;
    rotate: 180deg;
  }
  .box {
    fill: none;
    stroke: var(--_text-quiet);
    stroke-width: 1;
    stroke-dasharray: 4 3;
  }
  .gap .value {
    font-size: 0.875em;
    color: var(--_text-quiet);
  }
  @media (forced-colors: active) {
    .pay {
      fill: CanvasText;
    }
    .old,
    .box {
      stroke: CanvasText;
    }
    [aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -1px;
    }
  }
  @media print {
    /* Of months one under another the table tells more. */
    .grid {
      display: none;
    }
    .pay {
      print-color-adjust: exact;
    }
    .lane {
      break-inside: avoid;
    }
  }
  ${acrossFrom(css`62em`, css`.few`)}
  ${acrossFrom(css`70em`, css`.many`)}
`;
