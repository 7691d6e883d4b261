import { css } from 'lit';

/** What only the rarer states of a closed bubble show. */
export const otherFacesStyles = css`
  .bad {
    color: var(--_bad);
    background: var(--_bad-soft);
  }
  /* Retrying is one line of the card to the eye, and 44 px to the finger. */
  .body .act {
    margin-block: -0.4em;
  }
  mds-sign-in {
    margin-block-start: 0.5em;
  }
`;
