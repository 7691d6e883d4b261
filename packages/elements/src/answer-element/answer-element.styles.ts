import { css } from 'lit';

/**
 * The heights that an element gives its `.answer` by width are the same in all states. Where it is contained, all but the
 * head scrolls inside them: how much there is to tell would show through the height of a frame. In a page it grows.
 */
export const answerStyles = css`
  .root {
    container-type: inline-size;
  }
  .answer {
    min-block-size: var(--_answer);
    display: flex;
    flex-direction: column;
    padding: 1em;
    gap: 0.75em;
  }
  :host([nested]) .answer {
    padding: 0.5em 0 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5em 2em;
  }
  .tell {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
  }
  .say {
    max-inline-size: 40em;
    padding-block-start: 0.125em;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: start;
    gap: 0 1em;
  }
  @container (min-width: 37em) {
    .do {
      max-inline-size: 18em;
      justify-content: end;
    }
  }
  .do .act {
    font-size: 0.875em;
  }
  .trouble .act {
    font-weight: 700;
  }
  .bar {
    block-size: 1em;
    inline-size: 60%;
    background: var(--_line);
  }
  /* Positioned: what is hidden to the eye would else lie outside of what scrolls, and lengthen the page. */
  .body {
    position: relative;
  }
  :host([contained]) .answer {
    block-size: var(--_answer);
  }
  :host([contained]) .body {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    /* Room for the outline of what has the keyboard, which what scrolls cuts off. */
    padding-inline: 5px;
    margin-inline: -5px;
    /* Where more follows, its edge is in the shade: scroll bars are often hidden. The covers move with the text. */
    background:
      linear-gradient(var(--_surface) 40%, transparent) 0 0 / 100% 2em no-repeat local,
      linear-gradient(transparent, var(--_surface) 60%) 0 100% / 100% 2em no-repeat local,
      linear-gradient(var(--_line), transparent) 0 0 / 100% 0.6em no-repeat scroll,
      linear-gradient(transparent, var(--_line)) 0 100% / 100% 0.6em no-repeat scroll;
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
    }
  }
  @media print {
    .act {
      display: none;
    }
    :host([contained]) .answer {
      block-size: auto;
    }
    :host([contained]) .body {
      overflow: visible;
    }
  }
`;
