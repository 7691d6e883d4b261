/**
 * The documents inside frames: `/embed/{tag}` for each visible widget; hidden, `/embed/controller`, and `/embed/ticket`, to
 * which a fund's server leads.
 */
import { frameTitle } from '@mds-kit/contract/frame-titles';
import { TAG_NAMES, type TagName } from '@mds-kit/contract/tags';
import { type Context, Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { INTEGRITY_POLICY, kitPolicy, policyText } from '../http/policy.ts';
import type { KitVersion } from '../kit/kit-version.ts';
import type { Kit } from '../kit/kit.ts';
import type { Partners } from '../partners/partners.ts';
import { verifierCookie } from '../session/cookies.ts';
import { frameDocument, refusedFrame } from './document.ts';

const LANG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/;

type Entry = 'frame.js' | 'controller.js' | 'ticket.js';

export function frameDocumentRoutes(kit: Kit, partners: Partners, portalOrigin: string): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  function answer(c: Context<PortalEnv>, entry: Entry, tag?: TagName): Response | Promise<Response> {
    const partner = partners.find(c.req.query('partner') ?? '');
    if (partner === undefined) {
      c.set('problem', 'partner-unknown');
      return c.html(refusedFrame(), 403);
    }
    c.set('partner', partner);
    // With the controller, so that two tabs that begin a sign-in at once find the same, and so that the first call tells
    // whether the browser keeps cookies of ours on this site.
    if (entry === 'controller.js' && verifierCookie.read(c) === undefined) verifierCookie.write(c);
    const asked = c.req.query('lang') ?? '';
    const lang = LANG.test(asked) ? asked : 'fr';
    const title = tag === undefined ? 'Mes droits sociaux' : frameTitle(tag, lang);
    const version = kit.current;
    c.header(
      'content-security-policy',
      policyText(kitPolicy(version.importMap(entry).hash, partner.origins.join(' '))),
    );
    c.header('integrity-policy', INTEGRITY_POLICY);
    // Signing in begins here and nowhere else: the link says whose it is, by its origin alone.
    c.header('referrer-policy', 'strict-origin');
    // The partner's page may itself be isolated: what it frames must say both (HTML §7.1.4).
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('cross-origin-embedder-policy', 'require-corp');
    const preload = preloadOf(version, entry, tag);
    return c.html(frameDocument({ kit: version, entry, title, lang, partner, portalOrigin, tag, preload }));
  }

  routes.get('/embed/controller', (c) => answer(c, 'controller.js'));
  routes.get('/embed/ticket', (c) => answer(c, 'ticket.js'));
  for (const tag of TAG_NAMES) routes.get(`/embed/${tag}`, (c) => answer(c, 'frame.js', tag));
  return routes;
}

/** What is needed in any case: the entry's static imports, and the element that this frame shows, with its own. */
function preloadOf(kit: KitVersion, entry: Entry, tag: TagName | undefined): string[] {
  const element = `elements/${tag?.replace(/^mds-/, '') ?? ''}.js`;
  const wanted = [...kit.imports(entry)];
  if (kit.graph(entry).includes(element)) wanted.push(element, ...kit.imports(element));
  return [...new Set(wanted)];
}
