import { css } from 'lit';

/** Added when the first panel is drawn: closed bubbles do not download it. */
export const panelStyles = css`
  .panel-head {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 0.5em 1em;
    margin-block-end: 0.5em;
  }
  .panel-head p {
    padding-block: 0.7em;
  }
  .name {
    font-size: 1.0625em;
    margin-inline-end: 0.5em;
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
  .right {
    display: flex;
    justify-content: space-between;
    gap: 0.75em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .right:first-child {
    padding-block-start: 0;
  }
  .sum {
    text-align: end;
    font-variant-numeric: tabular-nums;
    max-inline-size: 50%;
    flex: none;
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
  .way {
    display: inline-block;
    padding-block: 0.35em;
    min-block-size: max(44px, 2.75em);
    text-decoration: none;
  }
  .way .words {
    text-decoration: underline;
  }
  .way svg {
    vertical-align: -0.25em;
    margin-inline-start: 0.15em;
  }
  .host {
    display: block;
  }
  .phone {
    text-decoration: underline;
    font-weight: 600;
    padding-block: 0.7em;
    min-block-size: 0;
    white-space: nowrap;
  }
  .contact + .contact {
    margin-block-start: 1em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  @container (min-width: 38em) {
    .parts {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 58em) {
    .parts {
      grid-template-columns: 1.2fr 1fr 1fr;
      grid-template-rows: auto 1fr;
    }
    .part:first-child,
    .part:nth-child(2) {
      grid-row: span 2;
    }
    .part:nth-child(4) {
      grid-column: 3;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border-color: CanvasText;
    }
  }
`;
