import { css } from 'lit';

/**
 * The public tokens and their neutral theme. A page sets `--mds-…` on the tag or on anything around it; elements
 * read the private `--_…`. Light or dark comes from the reader's system, or from the tag's `theme`. Documented
 * for tools on {@link MdsElement}. Forced colours need no tokens: the browser puts its own in place of all of them.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --_text: var(--mds-text, light-dark(#1b1f24, #eceff3));
    --_text-quiet: var(--mds-text-quiet, light-dark(#57606a, #a9b2bd));
    --_surface: var(--mds-surface, light-dark(#ffffff, #14181d));
    --_surface-raised: var(--mds-surface-raised, light-dark(#f6f7f9, #1d232a));
    --_line: var(--mds-line, light-dark(#d5dae0, #39424d));
    --_accent: var(--mds-accent, light-dark(#2346a0, #9db8ff));
    --_accent-soft: var(--mds-accent-soft, light-dark(#e9eefb, #22304f));
    --_good: var(--mds-good, light-dark(#18753c, #7fd69a));
    --_good-soft: var(--mds-good-soft, light-dark(#e3f4e8, #173323));
    --_wait: var(--mds-wait, light-dark(#7a4b00, #f2c475));
    --_wait-soft: var(--mds-wait-soft, light-dark(#fdf1dd, #3a2c12));
    --_focus: var(--mds-focus, light-dark(#0a76f6, #7db6ff));
    --_radius: var(--mds-radius, 10px);
    --_gap: var(--mds-gap, 16px);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  /* Paper is white: grounds are not printed, light text on them would be lost. */
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
    }
  }
`;
