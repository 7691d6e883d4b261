/** The monthly resources (DRM) as a program of a world of one's own: another controller's system, with its own data. */
import { execFile } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Program } from '../launch.ts';
import { declaredUpTo, sampleFiles } from './samples/sample-deposits.ts';
import { writeFiles } from './write-files.ts';

export type ResourcesPlace = {
  /** The repository's folder. */
  root: string;
  port: number;
  /** A folder of its own: database, keys, inbox. */
  data: string;
  /** Whose signed questions it answers. */
  portalUrl: string;
  /** Where the sample funds publish their keys: `{fundsUrl}/{id}/jwks.json`. */
  fundsUrl: string;
  /** The moment at which this world stands still; the real one by default. */
  now?: string;
};

/** The port of `npm start`. */
export const RESOURCES_PORT = 4500;

/** Where deposits are put, and where funds find their monthly files. */
export const inboxOf = (data: string) => join(data, 'inbox');
export const outboxOf = (data: string) => join(data, 'outbox');

const entryIn = (root: string) => join(root, 'packages/resources/src/cli.ts');

export const resourcesProgram = ({
  root,
  port,
  data,
  portalUrl,
  fundsUrl,
  now,
}: ResourcesPlace): Program => ({
  name: 'resources',
  command: [process.execPath, entryIn(root), 'serve', '--data', data],
  env: {
    MDS_SANDBOX: '1',
    MDS_RESOURCES_PORT: String(port),
    MDS_PORTAL_JWKS_URL: `${portalUrl}/.well-known/jwks.json`,
    MDS_FUNDS_URL: fundsUrl,
    // The portal's database, where there is one, is not this system's.
    DATABASE_URL: '',
    MDS_RESOURCES_DATA: '',
    MDS_RESOURCES_INBOX: '',
    MDS_RESOURCES_OUTBOX: '',
    ...(now ? { MDS_NOW: now } : {}),
  },
  ready: { port, path: '/healthz' },
});

/**
 * Puts the sample citizens' deposits into the inbox and has all else taken (fill-scheme.ts), the first time that this
 * folder is used. To be called before the program is started, which then owns the folder's database alone.
 */
export async function fillResources(root: string, data: string, now: Date): Promise<void> {
  const mark = join(data, 'samples.json');
  if (await stat(mark).catch(() => undefined)) return;
  await mkdir(data, { recursive: true });
  const fill = join(root, 'packages/sandbox/src/employers/fill-scheme.ts');
  await promisify(execFile)(process.execPath, [fill, data, now.toISOString()]);
  await writeFiles(inboxOf(data), sampleFiles(now));
  await writeFile(mark, `${JSON.stringify({ declaredUpTo: declaredUpTo(now) })}\n`);
}
