import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { kitFolder, readManifest } from '../../.setup/kit.ts';
import { GUEST, test as base, type RunningWorld } from './world.ts';

/** A page of the guest's, or a script. */
export interface Served {
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A partner's web server, whose pages a test makes up as it goes; it answers under every host name of its port. */
export interface Guest {
  readonly url: string;
  /** What stands at a path, from now on. */
  serve(path: string, page: Served | string): void;
  /** What pages have posted to `/loot`, in the order in which it came. */
  readonly loot: unknown[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** Serves on the port of this address until `close` is called. */
export async function openGuest(url: string): Promise<Guest & { close(): Promise<void> }> {
  const pages = new Map<string, Served>();
  const loot: unknown[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url);
    if (pathname === '/loot') {
      const posted: unknown = JSON.parse(await bodyOf(request));
      loot.push(...(Array.isArray(posted) ? (posted as unknown[]) : [posted]));
      response.writeHead(204).end();
      return;
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const page = pages.get(pathname);
    response.writeHead(page ? 200 : 404, {
      'content-type': `${page?.type ?? 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(new URL(url).port), '127.0.0.1', resolve);
  });
  return {
    url,
    loot,
    serve: (path, page) => void pages.set(path, typeof page === 'string' ? { body: page } : page),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The line that the guest pastes, as a registered partner would. */
export function kitLine(world: Pick<RunningWorld, 'widgetsUrl'>, partner = GUEST, more = ''): string {
  const manifest = readManifest();
  const integrity = manifest?.files['embed.js']?.integrity ?? '';
  const src = `${world.widgetsUrl}/kit/${manifest?.version ?? ''}/embed.js`;
  return `<script type="module" src="${src}${more}" integrity="${integrity}" crossorigin="anonymous" data-partner="${partner}" data-return="page"></script>`;
}

/** What a tag holds on the guest's pages: read until the widget is there, and whenever it cannot be. */
export const OWN_CONTENT = '<p class="own-content">Ce que le site dit lui-même.</p>';

export const htmlPage = (head: string, body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site de passage</title>${head}</head><body>${body}</body></html>`;

/** The text of a file of the built kit. */
export const kitText = (name: string): string => readFileSync(join(kitFolder(), name), 'utf8');

export const test = base.extend<{ guest: Guest }>({
  guest: async ({ world }, use) => {
    const guest = await openGuest(world.guestUrl);
    await use(guest);
    await guest.close();
  },
});
