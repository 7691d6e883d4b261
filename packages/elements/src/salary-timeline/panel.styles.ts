import { css } from 'lit';

/** The open month, and the table. */
export const panelStyles = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em 2em;
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.875em;
  }
  @container (min-width: 62em) {
    .panel {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr) minmax(0, 0.9fr);
    }
  }
  .sub,
  th,
  .who {
    overflow-wrap: anywhere;
  }
  .sub {
    font-weight: 700;
    line-height: 1.3;
  }
  .notes {
    display: grid;
    gap: 0.25em;
    padding-block-start: 0.5em;
    font-size: 0.875em;
  }
  dl,
  dd {
    margin: 0;
  }
  .pair {
    display: flex;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding-block: 0.125em;
  }
  .pair dt {
    flex: none;
    color: var(--_text-quiet);
  }
  .pair dd {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  s {
    color: var(--_text-quiet);
    font-weight: 400;
  }
  .wrong > * + * {
    margin-block-start: 0.5em;
  }
  .back {
    display: block;
  }
  @container (min-width: 62em) {
    .back {
      display: none;
    }
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    max-inline-size: 44em;
  }
  caption,
  th {
    text-align: start;
  }
  caption {
    font-weight: 700;
    padding-block: 0.5em;
  }
  th,
  td {
    padding: 0.35em 0.5em 0.35em 0;
    border-block-end: 1px solid var(--_line);
    vertical-align: top;
    font-weight: 400;
  }
  td,
  thead th:last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
    padding-inline-end: 0;
  }
  thead th,
  .month > * {
    font-weight: 700;
  }
  .month > * {
    padding-block-start: 0.875em;
  }
`;
