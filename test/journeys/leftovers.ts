import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '@mds-kit/database/migrations';
import { openDatabase } from '@mds-kit/database/open';
import { MIGRATIONS } from '@mds-kit/portal/database';
import type { BrowserContext, Page } from 'playwright/test';

// What a visit leaves behind: in the browser, in what it sent, in the database.

/** The names of everything that any document of this page has stored, with what it stored; cookies by name. */
export async function storedBy(page: Page): Promise<string[]> {
  const stored = page.frames().map((frame) =>
    frame.evaluate(async () => {
      // Storage that the browser denies to a document holds nothing.
      const allowed = async <T>(look: () => T | Promise<T>): Promise<T | []> => {
        try {
          return await look();
        } catch {
          return [];
        }
      };
      const databases = await allowed(() => indexedDB.databases());
      const workers = await allowed(() => navigator.serviceWorker.getRegistrations());
      return [
        ...(await allowed(() => Object.entries(localStorage))),
        ...(await allowed(() => Object.entries(sessionStorage))),
        ...databases.map(({ name }) => name),
        ...(await allowed(() => caches.keys())),
        ...workers.map(({ scope }) => scope),
        ...document.cookie.split(';').filter((cookie) => cookie !== ''),
      ].map((item) => `${location.origin}: ${String(item)}`);
    }),
  );
  return (await Promise.all(stored)).flat();
}

/** What a browser says while a person is on their way: every address, referrer, redirect and word on the console. */
export function listenTo(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on('request', (request) => {
    const { referer = '' } = request.headers();
    heard.push(`${request.url()} ${referer}`);
  });
  context.on('response', (response) => {
    const { location = '', link = '', 'set-cookie': cookie = '' } = response.headers();
    heard.push(`${location} ${link} ${cookie}`);
  });
  context.on('console', (message) => heard.push(message.text()));
  context.on('weberror', (error) => heard.push(String(error.error())));
  return heard;
}

/** Every row of every table of the portal, bytes as they are, by the table's name. */
export async function rowsOf(place: { url: string } | { folder: string }): Promise<Map<string, string[]>> {
  const database = await openDatabase<Record<string, Record<string, unknown>>>({
    ...place,
    program: 'leak scan',
    migrations: await readMigrations(MIGRATIONS),
    clock: () => new Date(),
  });
  const inWords = (value: unknown): string =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value);
  try {
    const found = new Map<string, string[]>();
    for (const { schema = '', name } of await database.kysely.introspection.getTables()) {
      const rows = await database.kysely.selectFrom(`${schema}.${name}`).selectAll().execute();
      found.set(
        name,
        rows.map((row) => Object.values(row).map(inWords).join('\n')),
      );
    }
    return found;
  } finally {
    await database.close();
  }
}

/** Which of these stand in a text of bytes. By their first two bytes: a profile is large, and the words are many. */
function wordsIn(content: Buffer, wanted: readonly { word: string; bytes: Buffer }[]): Set<string> {
  const byStart = new Map<number, { word: string; bytes: Buffer }[]>();
  for (const one of wanted) {
    const start = one.bytes.readUInt16BE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), one]);
  }
  const starts = new Uint8Array(65_536);
  for (const start of byStart.keys()) starts[start] = 1;
  const found = new Set<string>();
  let start = content[0] ?? 0;
  for (let next = 1; next < content.length; next++) {
    start = ((start << 8) | (content[next] ?? 0)) & 0xffff;
    if (starts[start] === 0) continue;
    for (const { word, bytes } of byStart.get(start) ?? [])
      if (content.subarray(next - 1, next - 1 + bytes.length).equals(bytes)) found.add(word);
  }
  return found;
}

/** The files under a folder that hold one of these words, in UTF-8 or UTF-16, with the word. */
export function filesHolding(folder: string, words: readonly string[]): string[] {
  const wanted = [...new Set(words)].flatMap((word) => [
    { word, bytes: Buffer.from(word) },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ]);
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [...wordsIn(readFileSync(path), wanted)].map((word) => `${path.slice(folder.length)}: ${word}`);
    });
}
