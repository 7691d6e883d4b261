import { css } from 'lit';

/** Added when the first panel is drawn: closed bubbles do not download it. */
export const panelStyles = css`
  .open {
    outline: 2px solid var(--_accent);
  }
  .open .toggle svg {
    transform: rotate(180deg);
  }
  .panel {
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    grid-column: 1 / -1;
  }
  /* Positioned: what is hidden to the eye would else lie outside of what scrolls, and lengthen the page. */
  .scroll {
    position: relative;
    --_scroll: 36em;
    padding: 0.5em 1.25em 1.25em;
  }
  .panel-head {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 0.5em 1em;
    margin-block-end: 0.5em;
  }
  .panel-head p {
    min-inline-size: 0;
    padding-block: 0.7em;
  }
  .panel-head .act {
    flex: none;
  }
  .name {
    margin-inline-end: 0.5em;
  }
  :host(:not([nested])) .name {
    display: none;
  }
  /* Inside the overview the name stands beside the way to close, and there is no room for more. */
  @container (max-width: 30em) {
    :host([nested]) .panel-head {
      flex-wrap: wrap;
    }
    :host([nested]) .panel-head p {
      display: contents;
    }
    :host([nested]) .name {
      padding-block: 0.7em;
    }
    :host([nested]) .panel-head .quiet {
      order: 1;
      flex-basis: 100%;
    }
  }
  .parts {
    display: grid;
    gap: 1.5em 2em;
  }
  .part-title {
    font-weight: 700;
    margin-block-end: 0.5em;
  }
  .part {
    min-inline-size: 0;
    max-inline-size: 34em;
  }
  .block {
    display: block;
  }
  /* An amount that does not fit beside its right stands below it, whole. */
  .right {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .right:first-child {
    padding-block-start: 0;
  }
  .right > span {
    flex: 1 1 9em;
    min-inline-size: 0;
  }
  .sum {
    margin-inline-start: auto;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .notice {
    display: flex;
    gap: 0.5em;
    padding: 0.6em 0.75em;
    margin-block: 0.75em;
    border-radius: 8px;
    border: 1px solid transparent;
  }
  .part > p + ul,
  .contact > ul {
    margin-block: 0.5em;
  }
  .part > p + ul > li {
    padding-block: 0.35em;
  }
  .topic + .topic {
    margin-block-start: 0.75em;
  }
  .topic .way {
    padding-block-end: 0;
  }
  .sites {
    padding-block-start: 0.5em;
  }
  .sites + ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.5em;
  }
  .contact + .contact {
    margin-block-start: 1em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  @container (min-width: 38em) {
    .scroll {
      --_scroll: 32em;
    }
    .parts {
      grid-template-columns: 1fr 1fr;
    }
  }
  /* Rights and procedures are read first; whom to talk to is long, and has the right side to itself. */
  @container (min-width: 56em) {
    .parts {
      grid-template: auto 1fr / repeat(3, minmax(0, 1fr));
    }
    .part:nth-child(3) {
      grid-row: span 2;
    }
  }
  /* Where more follows, its edge is in the shade: scroll bars are often hidden. The covers move with the text. */
  :host([contained]) .scroll {
    block-size: var(--_scroll);
    overflow-y: auto;
    border-radius: inherit;
    background:
      linear-gradient(var(--_surface) 40%, transparent) 0 0 / 100% 2em no-repeat local,
      linear-gradient(transparent, var(--_surface) 60%) 0 100% / 100% 2em no-repeat local,
      linear-gradient(var(--_line), transparent) 0 0 / 100% 0.6em no-repeat scroll,
      linear-gradient(transparent, var(--_line)) 0 100% / 100% 0.6em no-repeat scroll;
  }
  @media print {
    :host([contained]) .scroll {
      overflow: visible;
      block-size: auto;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border-color: CanvasText;
    }
  }
`;
