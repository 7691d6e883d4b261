import { css } from 'lit';

/** What every element shares. Sizes are relative to the tag's own text, so that a page sets them by `font-size`. */
export const base = css`
  :host {
    display: block;
    font-family: var(--mds-font, inherit);
    line-height: 1.4;
    color: var(--_text);
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  a,
  .act {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
    cursor: pointer;
  }
  /* Looks like a link because it stands in a sentence; does something, so it is a button. */
  .act {
    min-block-size: max(44px, 2.75em);
    min-inline-size: 44px;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  /* Outlined, not bordered: nothing is added to its height, which is a multiple of 8 px at 16 px text. */
  .card {
    background: var(--_surface);
    outline: 1px solid var(--_line);
    outline-offset: -1px;
    border-radius: var(--_radius);
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: 0.875em;
  }
  /* The margin takes back its one pixel: at the end of a frame's document it would be a scroll bar. */
  .hidden {
    position: absolute;
    margin: -1px;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
