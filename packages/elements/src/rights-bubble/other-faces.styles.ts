import { css } from 'lit';

/** What only the rarer states of a closed bubble show. */
export const otherFacesStyles = css`
  /* Retrying is one line of the card to the eye, and 44 px to the finger. */
  .body .act {
    font-weight: 700;
    margin-block: -0.4em;
  }
  .foot .quiet {
    font-size: 1em;
  }
  mds-sign-in {
    margin-block-start: 0.5em;
  }
`;
