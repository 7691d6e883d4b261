import { css } from 'lit';

/**
 * Two heights by width, the same in all states. Where it is contained, all but its head scrolls inside it: how many
 * contracts somebody has would show through the height of a frame. In a page it grows.
 */
export const styles = css`
  .root {
    container-type: inline-size;
  }
  .timeline {
    --_timeline: 52em;
    min-block-size: var(--_timeline);
    display: flex;
    flex-direction: column;
    padding: 1em;
    gap: 0.75em;
  }
  @container (min-width: 62em) {
    .timeline {
      --_timeline: 48em;
      padding: 1.25em 1.5em;
    }
  }
  :host([nested]) .timeline {
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
    max-inline-size: 44em;
    padding-block-start: 0.125em;
    color: var(--_text-quiet);
    font-size: 0.875em;
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
  .block {
    display: block;
  }
  .nowrap {
    white-space: nowrap;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
  }
  .body > * {
    flex: none;
  }
  .gone {
    border-inline-start: 3px solid var(--_wait);
    padding-inline-start: 0.75em;
  }
  .nobody,
  .nobody ul,
  .explain,
  .explain ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .measures {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--_line);
    border-radius: 8px;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    overflow: hidden;
  }
  .measures label {
    position: relative;
    display: flex;
    flex: 1 0 auto;
    cursor: pointer;
  }
  .measures input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .measures span {
    flex: 1;
    padding: 0 0.8em;
    font-size: 0.875em;
    line-height: max(44px, 3.15em);
    white-space: nowrap;
    text-align: center;
  }
  .measures :checked + span {
    background: var(--_accent);
    color: var(--mds-on-accent, light-dark(#ffffff, #0c1220));
    font-weight: 700;
  }
  .measures :focus-visible + span {
    outline: 3px solid var(--_focus);
    outline-offset: -4px;
    box-shadow: inset 0 0 0 6px var(--_surface);
    border-radius: 8px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .second,
  .report {
    min-block-size: max(44px, 2.75em);
    padding: 0.35em 0.6em;
    border: 1px solid var(--_accent);
    border-radius: 8px;
    color: var(--_accent);
    font-weight: 700;
    text-align: center;
  }
  .second {
    font-size: 0.875em;
  }
  .report {
    background: var(--_accent);
    color: var(--mds-on-accent, light-dark(#ffffff, #0c1220));
  }
  .meaning {
    min-block-size: 2.8em;
  }
  @container (min-width: 44em) {
    .meaning {
      min-block-size: 0;
    }
  }
  .trouble .act {
    font-weight: 700;
  }
  .bones {
    display: flex;
    align-items: end;
    gap: 5%;
    block-size: 12em;
  }
  .bone {
    flex: 1;
    block-size: 60%;
    background: var(--_line);
  }
  .bone:nth-child(3n) {
    block-size: 80%;
  }
  .bone.line {
    display: block;
    inline-size: 60%;
    block-size: 1em;
  }
  /* Positioned: what is hidden to the eye would else lie outside of what scrolls, and lengthen the page. */
  .body {
    position: relative;
  }
  :host([contained]) .timeline {
    block-size: var(--_timeline);
  }
  :host([contained]) .body {
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
    .bone {
      border: 1px solid;
    }
    .measures :checked + span {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
  }
  @media print {
    .act,
    .buttons,
    .wrong {
      display: none;
    }
    .panel,
    tbody {
      break-inside: avoid;
    }
    .table.hidden {
      position: static;
      margin: 0;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
    .measures label:not(:has(:checked)) {
      display: none;
    }
    .measures :checked + span,
    .report {
      background: none;
      color: inherit;
    }
    :host([contained]) .timeline {
      block-size: auto;
    }
    :host([contained]) .body {
      overflow: visible;
    }
  }
`;
