import { css } from 'lit';

/** One height for all states, so that nothing jumps when the way to sign in is known. */
export const styles = css`
  :host(:not([nested])) .root {
    container-type: inline-size;
  }
  .block {
    --_block: 20.5em;
    min-block-size: var(--_block);
    padding: 1em;
  }
  :host([nested]) .block {
    --_block: 6em;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    place-content: start var(--_side, start);
    gap: 0 1em;
  }
  @container (min-width: 19em) {
    .block {
      --_block: 18em;
    }
  }
  @container (min-width: 22em) {
    .block {
      --_block: 14em;
    }
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
    display: inline-block;
    vertical-align: top;
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
  .quiet .quiet {
    font-size: 1em;
  }
  .quiet + .act {
    display: inline-flex;
    align-items: center;
    margin-block: -0.4em;
  }
  @media print {
    :host([contained]) .block {
      block-size: auto;
      overflow: visible;
    }
  }
`;
