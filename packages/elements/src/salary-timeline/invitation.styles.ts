import { css } from 'lit';

/** It fits the height that is kept for a timeline, at every width. */
export const invitationStyles = css`
  /* As high before the way in is known as after: what stands below would move. */
  mds-sign-in {
    display: block;
    min-block-size: 6em;
  }
  .invitation {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: space-evenly;
    gap: 0.75em;
  }
  .invitation li {
    display: grid;
    gap: 0.5em 1.5em;
  }
  .invitation li + li {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }
  .invitation .block {
    font-size: 0.875em;
    color: var(--_text-quiet);
  }
  .sample {
    inline-size: 100%;
    block-size: 3em;
    stroke: none;
  }
  .plain {
    fill: var(--_line);
  }
  .shown {
    fill: var(--_chart-1);
  }
  .former,
  .unsaid {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.25;
    stroke-dasharray: 4 3;
  }
  @container (min-width: 37em) {
    .invitation li {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      align-items: center;
      padding-block: 0.75em;
    }
    .sample {
      block-size: 7em;
    }
  }
  @media (forced-colors: active) {
    .plain {
      fill: none;
      stroke: CanvasText;
    }
    .shown {
      fill: CanvasText;
    }
    .former,
    .unsaid {
      stroke: CanvasText;
    }
  }
`;
