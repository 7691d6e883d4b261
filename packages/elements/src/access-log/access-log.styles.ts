import { css } from 'lit';

/**
 * One height for all states and widths. Where it is contained, the list scrolls inside it: how long a journal is would
 * tell the page around a frame how often this person comes. In a page it grows with what the person asks for.
 */
export const styles = css`
  .root {
    container-type: inline-size;
  }
  .log {
    --_log: 36em;
    min-block-size: var(--_log);
    display: flex;
    flex-direction: column;
    padding: 1em;
    gap: 0.75em;
  }
  :host([nested]) .log {
    padding: 0.5em 0 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 2em;
  }
  .tell {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
  }
  .say {
    max-inline-size: 40em;
    padding-block-start: 0.125em;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: start;
    gap: 0 1em;
  }
  @container (min-width: 37em) {
    .do {
      max-inline-size: 18em;
      justify-content: end;
    }
  }
  .do .act {
    font-size: 0.875em;
  }
  .day {
    font-weight: 700;
    padding-block: 0.75em 0.25em;
  }
  .day:first-child {
    padding-block-start: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .hour {
    flex: none;
    min-inline-size: 4.5em;
    font-variant-numeric: tabular-nums;
  }
  .what {
    flex: 1 1 12em;
    min-inline-size: 0;
    max-inline-size: 40em;
  }
  .site {
    display: block;
  }
  .more,
  .foot {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }
  .foot {
    margin-block-start: 0.75em;
  }
  .more + .foot,
  .foot:first-child {
    border: 0;
    margin: 0;
  }
  .foot > p > .way:not(.phone) {
    display: block;
  }
  .more .act,
  .trouble .act {
    font-weight: 700;
  }
  .bone {
    display: flex;
    gap: 1em;
    padding-block: 0.9em;
    border-block-start: 1px solid var(--_line);
  }
  .bar {
    block-size: 1em;
    inline-size: 60%;
    background: var(--_line);
  }
  .bar.short {
    inline-size: 3.5em;
  }
  /* Positioned: what is hidden to the eye would else lie outside of what scrolls, and lengthen the page. */
  :host([contained]) .log {
    block-size: var(--_log);
  }
  :host([contained]) .body {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    /* Room for the outline of what has the keyboard, which what scrolls cuts off. */
    padding-inline: 5px;
    margin-inline: -5px;
    /* Where more follows, its edge is in the shade: scroll bars are often hidden. The covers move with the text. */
    background:
      linear-gradient(var(--_surface) 40%, transparent) 0 0 / 100% 2em no-repeat local,
      linear-gradient(transparent, var(--_surface) 60%) 0 100% / 100% 2em no-repeat local,
      linear-gradient(var(--_line), transparent) 0 0 / 100% 0.6em no-repeat scroll,
      linear-gradient(transparent, var(--_line)) 0 100% / 100% 0.6em no-repeat scroll;
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
    .line {
      break-inside: avoid;
    }
    :host([contained]) .log {
      block-size: auto;
    }
    :host([contained]) .body {
      overflow: visible;
    }
  }
`;
