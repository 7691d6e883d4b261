import { css } from 'lit';

/** Two heights by width: how many contracts somebody has would tell of them. */
export const styles = css`
  .answer {
    --_answer: 52em;
  }
  @container (min-width: 62em) {
    .answer {
      --_answer: 48em;
      padding: 1.25em 1.5em;
    }
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
  .bones {
    display: flex;
    align-items: end;
    gap: 5%;
    block-size: 12em;
  }
  .bones .bar {
    flex: 1;
    block-size: 60%;
  }
  .bones .bar:nth-child(3n) {
    block-size: 80%;
  }
  @media (forced-colors: active) {
    .measures :checked + span {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
  }
  @media print {
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
    .measures :checked + span {
      background: none;
      color: inherit;
    }
  }
`;
