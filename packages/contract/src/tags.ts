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
  /** The frame's `title` (RGAA 2.1). */
  readonly title: readonly [fr: string, en: string];
}

/**
 * Attributes that a frame is told about, live, whatever its tag: one that means nothing to a widget does nothing. `lang`
 * and the theme are told beside them.
 */
export const ATTRIBUTES = ['domain', 'heading-level'] as const;

export const TAGS = {
  'mds-rights-bubble': {
    reserve: [
      [0, 304],
      [345, 256],
      [544, 208],
    ],
    title: ['Mes droits sociaux', 'My social rights'],
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
    title: ['Mes droits sociaux', 'My social rights'],
  },
  'mds-sign-in': {
    reserve: [
      [0, 328],
      [304, 288],
      [352, 224],
    ],
    title: ['Se connecter avec FranceConnect', 'Sign in with FranceConnect'],
  },
  'mds-access-log': {
    reserve: [[0, 576]],
    title: ['Qui a consulté mes droits sociaux', 'Who has seen my social rights'],
  },
} as const satisfies Record<string, Tag>;

/** What a domain is called in a frame's title, in French; in English its id is its name. */
const DOMAIN_TITLES: Readonly<Record<string, string>> = {
  health: 'santé',
  family: 'famille',
  housing: 'logement',
  solidarity: 'solidarité',
  retirement: 'retraite',
  employment: 'emploi',
};

/** The `title` of a tag's frame. Six bubbles are six frames, and each title must tell which (RGAA 2.2). */
export function frameTitle(tag: TagName, lang: string, domain: string | undefined): string {
  const [fr, en] = TAGS[tag].title;
  const english = lang.startsWith('en');
  const name = domain && DOMAIN_TITLES[domain];
  const of = name ? (english ? `: ${domain}` : `\u00a0: ${name}`) : '';
  return (english ? en : fr) + of;
}

export type TagName = keyof typeof TAGS;
export const TAG_NAMES = Object.keys(TAGS) as TagName[];

/** The height to reserve for a tag of this width, in CSS px at a 16 px font size. */
export function reservedHeight(tag: TagName, width: number): number {
  let height = 0;
  for (const [fromWidth, rowHeight] of TAGS[tag].reserve as Reserve)
    if (width >= fromWidth) height = rowHeight;
  return height;
}
