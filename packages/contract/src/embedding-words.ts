/** The words of the embedding protocol without its schemas: what the shell that partners download needs of it. */

export const PROTOCOL_VERSION = 1;

/** The public design tokens that a partner may set; the frame checks each value before it uses it. */
export const TOKENS = [
  '--mds-text',
  '--mds-text-quiet',
  '--mds-surface',
  '--mds-surface-raised',
  '--mds-line',
  '--mds-accent',
  '--mds-accent-soft',
  '--mds-on-accent',
  '--mds-focus',
  '--mds-radius',
  '--mds-gap',
] as const;
export type Token = (typeof TOKENS)[number];

/**
 * Why a frame cannot show its widget; the shell then shows the tag's own content again. A browser that refuses our cookies
 * is none of it: the widget says so, in words, and leads to the portal.
 */
export const FRAME_FAILURES = ['version', 'unavailable'] as const;
export type FrameFailure = (typeof FRAME_FAILURES)[number];
