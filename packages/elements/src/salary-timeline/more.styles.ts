import { css } from 'lit';

/** What explains the figures, and whom to ask where there are none. */
export const moreStyles = css`
  .nobody,
  .nobody ul,
  .explain,
  .explain ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .explain {
    border: 1px solid var(--_line);
    border-radius: 8px;
    padding: 0.875em 1em;
    max-inline-size: 44em;
  }
  .explain .act {
    justify-self: start;
  }
  .meanings dt {
    font-weight: 700;
  }
  .meanings dd {
    padding-block-end: 0.35em;
  }
`;
