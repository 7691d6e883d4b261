/**
 * What is checked in every story, by the tests and by Storybook's own panel: WCAG 2.2 A and AA, axe's best practices,
 * and what axe knows of RGAA 4, the French reference that our users' sites must meet by law.
 */
export const AXE_TAGS = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
  'RGAAv4',
] as const;

/** A story is a part of a page: the page has the landmarks and the first heading. */
export const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one', 'skip-link'] as const;
