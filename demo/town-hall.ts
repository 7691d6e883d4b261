import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoConfig } from './config.ts';
import { kitFile, kitLines } from './pages.ts';

/** The site of an invented town hall: a partner that knows nobody, and whose pages allow as little as pages can. */
export const TOWN_HALL_HOST = 'mairie.localhost';

export interface TownHallPage {
  readonly type: string;
  readonly policy: string;
  readonly body: string;
}

const file = (name: string) => readFileSync(join(import.meta.dirname, 'mairie', name), 'utf8');

const BARE = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/**
 * The strictest policy under which the tag works: the very bytes of one script and no other (CSP 3 §8.4, external
 * scripts by their integrity), one origin for frames and a style sheet, no connection to anywhere, no way from text to markup.
 */
export function strictPolicy(config: DemoConfig): string {
  return [
    ...BARE.map((directive) =>
      directive.startsWith('style-src') ? `${directive} ${config.MDS_WIDGETS_ORIGIN}` : directive,
    ),
    `script-src '${kitFile(config, 'embed.js').integrity}'`,
    `frame-src ${config.MDS_WIDGETS_ORIGIN}`,
    "trusted-types 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** What the town hall serves at this path; undefined where there is nothing. */
export function townHallPage(config: DemoConfig, path: string): TownHallPage | undefined {
  const page = (name: string, policy: string): TownHallPage => ({
    type: 'text/html',
    policy,
    body: file(name).replaceAll('{{portal}}', config.MDS_PORTAL_ORIGIN),
  });
  switch (path) {
    case '/':
      return page('accueil.html', BARE.join('; '));
    case '/strict': {
      const strict = page('strict.html', strictPolicy(config));
      const kit = kitLines(config, { partner: 'mairie-exemple', returnId: 'strict' });
      return { ...strict, body: strict.body.replace('<!-- kit -->', kit) };
    }
    case '/sans-script':
      return page('sans-script.html', BARE.join('; '));
    case '/mairie.css':
      return { type: 'text/css', policy: BARE.join('; '), body: file('mairie.css') };
    default:
      return undefined;
  }
}
