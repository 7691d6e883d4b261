import { css } from 'lit';

/** Of links that leave the page; goes with the chunks that draw them. */
export const waysStyles = css`
  .way {
    display: inline-block;
    padding-block: 0.35em;
    min-block-size: max(44px, 2.75em);
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-decoration: none;
  }
  .words {
    text-decoration: underline;
  }
  .host {
    display: block;
  }
  /* Inline: its padding enlarges what a finger hits without spreading the lines. */
  .phone {
    display: inline;
    padding-block: 0.7em;
    text-decoration: underline;
    font-weight: 700;
    white-space: nowrap;
  }
`;
