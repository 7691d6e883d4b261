import { css } from 'lit';

/** One height for all states and widths: how long a journal is would tell how often this person comes. */
export const styles = css`
  .answer {
    --_answer: 36em;
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
  .more .act {
    font-weight: 700;
  }
  .bone {
    display: flex;
    gap: 1em;
    padding-block: 0.9em;
    border-block-start: 1px solid var(--_line);
  }
  .bar.short {
    inline-size: 3.5em;
  }
  @media print {
    .line {
      break-inside: avoid;
    }
  }
`;
