import { css } from 'lit';

/** What only the rarer states of a closed bubble show. */
export const otherFacesStyles = css`
  .card :is(.way, mds-sign-in) {
    position: relative;
    z-index: 1;
  }
  .body .act {
    font-weight: 700;
  }
  .body .way {
    margin-block: -0.35em -1em;
  }
  .foot .quiet {
    font-size: 1em;
  }
  mds-sign-in {
    margin-block-start: 0.25em;
  }
`;
