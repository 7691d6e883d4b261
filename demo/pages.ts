import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
} as const;
export type FundHost = keyof typeof FUNDS;

const KitManifest = z.object({
  version: z.string(),
  files: z.record(z.string(), z.object({ integrity: z.string() })),
});

/** The build's embed.js, whose bytes the page vouches for. */
export function embedScript(config: DemoConfig): { src: string; integrity: string } {
  const manifest = KitManifest.parse(JSON.parse(readFileSync(join(config.MDS_KIT, 'manifest.json'), 'utf8')));
  const embed = manifest.files['embed.js'];
  if (!embed)
    throw new Error(`${config.MDS_KIT}/manifest.json names no embed.js: build the kit first (npm run build)`);
  const src = `${config.MDS_WIDGETS_ORIGIN}/kit/${manifest.version}/embed.js`;
  return { src, integrity: embed.integrity };
}

/** The two lines that a partner pastes: exactly what `npm run partner` prints for it. */
export function scriptTag(
  config: DemoConfig,
  { partner, returnId }: Readonly<Record<'partner' | 'returnId', string>>,
  ticketUrl?: string,
): string {
  const { src, integrity } = embedScript(config);
  const ticket = ticketUrl === undefined ? '' : ` data-ticket-url="${ticketUrl}"`;
  return `<script type="module" src="${src}" integrity="${integrity}" crossorigin="anonymous" data-partner="${partner}" data-return="${returnId}"${ticket}></script>`;
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
  page = page.replace('<!-- kit -->', scriptTag(config, FUNDS[host], ticketUrl));
  for (const [name, value] of Object.entries(places)) page = page.replaceAll(`{{${name}}}`, value);
  return page;
}

/**
 * The policy of a careful fund: one origin of ours for the script, the same for the frames, nothing else; and its own
 * server for tickets, where it gives them.
 */
export function fundPolicy(config: DemoConfig, ticketUrl?: string): string {
  return [
    "default-src 'none'",
    `script-src ${config.MDS_WIDGETS_ORIGIN}`,
    `frame-src ${config.MDS_WIDGETS_ORIGIN}${ticketUrl === undefined ? '' : " 'self'"}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
