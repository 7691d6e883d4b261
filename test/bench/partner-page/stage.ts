import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMAINS } from '@mds-kit/contract/domains';
import { freePorts } from '@mds-kit/sandbox/launch';
import { world } from '@mds-kit/sandbox/world';
import { buildKitIfStale, ROOT } from '../../../.setup/kit.ts';
import type { Programs } from '../programs.ts';
import { Front } from './front.ts';

const PARTNER = 'bench-exemple';

/** Ways to have bubbles on a partner's page, and what to compare them with. */
export type Mount = 'isolated' | 'in-page' | 'without' | 'plain-frames';

export interface PartnerStage extends AsyncDisposable {
  readonly front: Front;
  /** A page with so many bubbles; with an empty one of the same site before it, to begin from. */
  address(mount: Mount, bubbles: number): string;
  readonly emptyPage: string;
}

/** A real portal behind the front, and a partner registered there whose pages show the tags either way. */
export async function setPartnerStage(programs: Programs): Promise<PartnerStage> {
  const kit = await buildKitIfStale();
  const ports = await freePorts(['portal', 'demo', 'franceConnect', 'sandbox', 'behind']);
  const partnerOrigin = `http://partner.localhost:${ports.portal}`;
  const data = mkdtempSync(join(tmpdir(), 'mds-bench-'));
  const partnersFile = join(data, 'partners.yaml');
  const partner = {
    id: PARTNER,
    name: 'Caisse du banc d’essai',
    origins: [partnerOrigin],
    returns: [{ id: 'page', url: `${partnerOrigin}/` }],
    state: 'active',
    inPage: true,
    contacts: [],
  };
  const registry = readFileSync(join(ROOT, 'packages/sandbox/data/partners.yaml'), 'utf8');
  writeFileSync(partnersFile, `${registry}\n  - ${JSON.stringify(partner)}\n`);
  const portalEnv = {
    MDS_PORT: String(ports.behind),
    MDS_PARTNERS: partnersFile,
    // One browser asks as many would.
    MDS_LIMITS: '1000000',
  };
  const { programs: all, widgetsUrl } = world({ ports, root: ROOT, data: 'memory:', portalEnv });
  const portal = all.find(({ name }) => name === 'portal');
  if (!portal) throw new Error('The world has no portal.');
  const front = new Front(partnerOrigin, ports.behind);
  await front.listen(ports.portal);
  const end = async () => {
    await front[Symbol.asyncDispose]();
    rmSync(data, { recursive: true });
  };
  try {
    // Ready when it answers through the front.
    await programs.start(portal);
  } catch (error) {
    await end();
    throw error;
  }

  const script = (file: string) =>
    `<script type="module" src="${widgetsUrl}/kit/${kit.version}/${file}" integrity="${kit.files[file]?.integrity ?? ''}" crossorigin="anonymous" data-partner="${PARTNER}" data-return="page"></script>`;
  const frame = (name: string) =>
    `<iframe src="${widgetsUrl}/embed/${name}?partner=${PARTNER}&amp;lang=fr" style="width: 100%; height: 200px; border: 0"></iframe>`;
  const scripts: Record<Mount, string> = {
    isolated: script('embed.js'),
    'in-page': script('elements/rights-bubble.js'),
    without: '',
    'plain-frames': '',
  };
  const bodyOf = (mount: Mount, domain: string) =>
    mount === 'plain-frames'
      ? frame('mds-rights-bubble')
      : `<mds-rights-bubble domain="${domain}"><p>Vos droits sont sur le portail.</p></mds-rights-bubble>`;

  front.pages.set('/', page('', ''));
  return {
    front,
    emptyPage: `${partnerOrigin}/`,
    address(mount, bubbles) {
      const path = `/${mount}/${String(bubbles)}`;
      const body = DOMAINS.slice(0, bubbles).map((domain) => bodyOf(mount, domain));
      if (mount === 'plain-frames') body.push(frame('controller'));
      front.pages.set(path, page(scripts[mount], body.join('\n')));
      return partnerOrigin + path;
    },
    [Symbol.asyncDispose]: end,
  };
}

/** Where the tags begin is marked: what the page itself does before is not ours. */
const page = (script: string, body: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <title>Mon compte</title>
    <script>performance.mark('tag')</script>
    ${script}
  </head>
  <body>
    <h1>Mon compte</h1>
    ${body}
  </body>
</html>`;
