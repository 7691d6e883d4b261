import { css } from 'lit';

/** One height for all states, so that nothing jumps when the way to sign in is known. */
export const styles = css`
  .block {
    --_block: 14em;
    min-block-size: var(--_block);
    padding: 1em;
  }
  :host([nested]) .block {
    --_block: 6em;
    padding: 0;
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    margin-block-end: 0.25em;
  }
  .say {
    margin-block-end: 0.75em;
    max-inline-size: 40em;
  }
  .bone {
    inline-size: 244px;
    max-inline-size: 100%;
    block-size: 60px;
    background: var(--_line);
  }
  :host([contained]) .block {
    block-size: var(--_block);
    overflow-y: auto;
  }
  @media (forced-colors: active) {
    .bone,
    .fc {
      border: 1px solid;
    }
  }
  .main {
    padding-inline: 1em;
    border-radius: 8px;
    font-weight: 700;
    text-decoration: none;
    color: var(--mds-on-accent, light-dark(#ffffff, #0c1220));
    background: var(--_accent);
  }
  @media print {
    :host([contained]) .block {
      block-size: auto;
      overflow: visible;
    }
  }
`;
