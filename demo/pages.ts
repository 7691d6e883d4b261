import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PinnedFile, tagToPaste } from '@mds-kit/portal/partners/add-partner';
import * as z from 'zod';
import type { DemoConfig } from './config.ts';

/** The invented funds: one host name each, as real funds have. */
export const FUNDS = {
  'caf.localhost': {
    partner: 'caf-exemple',
    returnId: 'mon-compte',
    path: '/mon-compte',
    file: 'caf/mon-compte.html',
  },
  'msa.localhost': {
    partner: 'msa-exemple',
    returnId: 'mon-espace',
    path: '/mon-espace',
    file: 'msa/mon-espace.html',
  },
  // By convention: what the Caf and the MSA have in frames stands in this page itself.
  'cpam.localhost': {
    partner: 'cpam-exemple',
    returnId: 'mon-compte',
    path: '/mon-compte',
    file: 'cpam/mon-compte.html',
    inPage: 'elements/rights-bubble.js',
  },
} as const;
export type FundHost = keyof typeof FUNDS;

const KitManifest = z.object({
  version: z.string(),
  files: z.record(z.string(), z.object({ integrity: z.string() })),
});

/** A file of the build, whose bytes the page vouches for. */
export function kitFile(config: DemoConfig, name: string): PinnedFile {
  const manifest = KitManifest.parse(JSON.parse(readFileSync(join(config.MDS_KIT, 'manifest.json'), 'utf8')));
  const file = manifest.files[name];
  if (!file)
    throw new Error(`${config.MDS_KIT}/manifest.json names no ${name}: build the kit first (npm run build)`);
  return {
    url: `${config.MDS_WIDGETS_ORIGIN}/kit/${manifest.version}/${name}`,
    integrity: file.integrity,
  };
}

export interface Pasted {
  readonly partner: string;
  readonly returnId: string;
  /** The script of a page that shows the tags itself. */
  readonly inPage?: string;
}

/** The lines that a partner pastes into the head of its page: exactly what `npm run partner` prints for it. */
export function kitLines(
  config: DemoConfig,
  { partner, returnId, inPage = 'embed.js' }: Pasted,
  ticketUrl?: string,
): string {
  const [head = ''] = tagToPaste(
    { id: partner, returns: [{ id: returnId, url: '' }] },
    {
      script: kitFile(config, inPage),
      style: kitFile(config, 'reserve.css'),
      portalOrigin: config.MDS_PORTAL_ORIGIN,
    },
  ).split('\n\n');
  return ticketUrl === undefined
    ? head
    : head.replace('></script>', ` data-ticket-url="${ticketUrl}"></script>`);
}

export interface FundPage {
  /** What stands in its other places, by name. */
  readonly fill?: Readonly<Record<string, string>>;
  /** The fund's own address for tickets, on the page of somebody who is connected there. */
  readonly ticketUrl?: string;
}

/** A fund's account page, its kit lines filled in. */
export function fundPage(
  config: DemoConfig,
  host: FundHost,
  { fill = {}, ticketUrl }: FundPage = {},
): string {
  const places = { portal: config.MDS_PORTAL_ORIGIN, ...fill };
  let page = readFileSync(join(import.meta.dirname, FUNDS[host].file), 'utf8');
  page = page.replace('<!-- kit -->', kitLines(config, FUNDS[host], ticketUrl));
  for (const [name, value] of Object.entries(places)) page = page.replaceAll(`{{${name}}}`, value);
  return page;
}

/** Where else a fund's page goes: into frames of ours and of its own, or to our API. */
export interface Allowed {
  readonly ticketUrl?: string | undefined;
  readonly inPage?: string | undefined;
}

/**
 * The policy of a careful fund: one origin of ours, for the script, the style sheet and the frames, and nothing else; and
 * its own server for a frame, where it gives tickets. Where the tags stand in its own page, they ask that origin themselves.
 */
export function fundPolicy(config: DemoConfig, { ticketUrl, inPage }: Allowed = {}): string {
  const ours = config.MDS_WIDGETS_ORIGIN;
  return [
    "default-src 'none'",
    `script-src ${ours}`,
    ...(inPage === undefined
      ? [`frame-src ${ours}${ticketUrl === undefined ? '' : " 'self'"}`]
      : [`connect-src ${ours}`, 'trusted-types lit-html']),
    `style-src 'self' ${ours}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
