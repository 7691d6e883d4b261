/** Content security policies as data, so that a page states only where it differs from "nothing at all". */

export type Directive =
  | 'default-src'
  | 'script-src'
  | 'style-src'
  | 'img-src'
  | 'font-src'
  | 'connect-src'
  | 'base-uri'
  | 'form-action'
  | 'frame-ancestors'
  | 'require-trusted-types-for'
  | 'trusted-types';

export type Policy = Readonly<Partial<Record<Directive, string>>>;

/** Nothing is allowed, and nobody may frame it. */
export const CLOSED: Policy = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** A page with its stylesheet and nothing that runs. */
export const PAGE: Policy = { ...CLOSED, 'style-src': "'self'", 'img-src': "'self'" };

/**
 * A page that runs the kit. The import map stands in the page, so its hash must be here: without it browsers drop
 * the map, load the modules all the same, and integrity is silently off.
 */
export function kitPolicy(importMapHash: string, frameAncestors: string): Policy {
  return {
    'default-src': "'none'",
    'script-src': `'self' '${importMapHash}'`,
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'none'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': frameAncestors,
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
  };
}

/**
 * For the same pages: a module that nobody vouches for does not run. The other half of the hash above, for browsers that
 * know it as it is meant (Chromium 138, Firefox 145; security-headers.ts says who does not): a map that is dropped stops the page instead of unprotecting it.
 */
export const INTEGRITY_POLICY = 'blocked-destinations=(script)';

export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}
