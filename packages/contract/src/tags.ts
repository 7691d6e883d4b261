/**
 * The tags, one table for both mounts: `elements` (in the page) and `embed` (isolated frames). Same names,
 * attributes and events, so that a partner changes one script line to switch (design decision 1).
 * No schema here: the shell that every partner page downloads reads this table.
 */

/** Rows of `[from this width of the tag (CSS px at a 16 px font), height to reserve]`, narrowest first. */
export type Reserve = readonly (readonly [fromWidth: number, height: number])[];

export interface Tag {
  /**
   * Space kept before anything is known, so that the page never jumps; depends on the width, never on data. The
   * heights that the elements have while nothing is open, multiples of 8 px; a test of the elements measures them.
   */
  readonly reserve: Reserve;
}

/**
 * Attributes that a frame is told about, live, whatever its tag: one that means nothing to a widget does nothing. `lang`
 * and the theme are told beside them.
 */
export const ATTRIBUTES = ['domain', 'heading-level', 'months'] as const;

export const TAGS = {
  'mds-rights-bubble': {
    reserve: [
      [0, 304],
      [345, 256],
      [544, 208],
    ],
  },
  'mds-rights-overview': {
    reserve: [
      [0, 1624],
      [320, 1584],
      [345, 1440],
      [384, 1416],
      [544, 1104],
      [592, 840],
      [705, 744],
      [832, 720],
      [896, 576],
      [1065, 528],
      [1664, 448],
    ],
  },
  'mds-sign-in': {
    reserve: [
      [0, 328],
      [304, 288],
      [352, 224],
    ],
  },
  'mds-access-log': {
    reserve: [[0, 576]],
  },
  'mds-salary-timeline': {
    reserve: [
      [0, 832],
      [992, 768],
    ],
  },
} as const satisfies Record<string, Tag>;

export type TagName = keyof typeof TAGS;
export const TAG_NAMES = Object.keys(TAGS) as TagName[];

/** The height to reserve for a tag of this width, in CSS px at a 16 px font size. */
export function reservedHeight(tag: TagName, width: number): number {
  let height = 0;
  for (const [fromWidth, rowHeight] of TAGS[tag].reserve as Reserve)
    if (width >= fromWidth) height = rowHeight;
  return height;
}
