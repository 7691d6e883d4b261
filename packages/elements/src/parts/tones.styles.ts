import { css } from 'lit';

/** The tones of the rarer states: a ready bubble is fine, and needs no other. */
export const tonesStyles = css`
  .wait {
    color: var(--_wait);
    background: var(--_wait-soft);
  }
  .none {
    color: var(--_text-quiet);
    background: var(--_surface-raised);
    border-color: var(--_line);
  }
  .bad {
    color: var(--mds-bad, light-dark(#b3261e, #ff9d95));
    background: var(--mds-bad-soft, light-dark(#fbeae9, #40201e));
  }
`;
