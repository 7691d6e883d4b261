import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { clockAt, inSeconds } from '../clock.ts';
import type { PortalEnv } from './environment.ts';
import { createSealedCookie, type Opened } from './sealed-cookie.ts';

const Content = z.object({ who: z.string() });
type Content = z.infer<typeof Content>;

const key = randomBytes(32);
let late = 0;
const machine = clockAt();
const clock = () => inSeconds(machine, late);
const cookieOf = (name: `__Host-${string}`, its: Uint8Array = key) =>
  createSealedCookie({ name, content: Content, key: its, clock });
const cookie = cookieOf('__Host-one');

/** What a browser is given to keep. */
async function written(seconds = 60, keptSeconds?: number): Promise<string> {
  const app = new Hono<PortalEnv>();
  app.get('/', async (c) => {
    await cookie.write(c, { who: 'Camille' }, seconds, keptSeconds);
    return c.body(null);
  });
  return (await app.request('/')).headers.get('set-cookie') ?? '';
}

const tokenIn = (line: string) => /^__Host-one=([^;]+)/.exec(line)?.[1] ?? '';

async function opened(token: string, name: `__Host-${string}` = '__Host-one', its = key) {
  const app = new Hono<PortalEnv>();
  let found: Opened<Content> | undefined;
  app.get('/', async (c) => {
    found = await cookieOf(name, its).read(c);
    return c.body(null);
  });
  await app.request('/', { headers: { cookie: `${name}=${token}` } });
  return found;
}

it('opens for us, tells nothing to who looks at it, and no script or other site has it', async () => {
  const line = await written();
  expect(await opened(tokenIn(line))).toMatchObject({ content: { who: 'Camille' }, lapsed: false });
  expect(line).not.toContain('Camille');
  expect(line).toContain('; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax');
});

it('passes for no other cookie, and opens with no other key', async () => {
  const token = tokenIn(await written());
  expect(await opened(token, '__Host-other')).toBeUndefined();
  expect(await opened(token, '__Host-one', randomBytes(32))).toBeUndefined();
  const parts = token.split('.');
  const changed = `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1) ?? ''}`;
  expect(await opened(parts.with(3, changed).join('.'))).toBeUndefined();
});

it('still tells what it was when it is too late, and not as something else', async () => {
  const line = await written(60, 600);
  expect(line).toContain('Max-Age=600');
  late = 61;
  expect(await opened(tokenIn(line))).toMatchObject({ content: { who: 'Camille' }, lapsed: true });
  expect(await opened(tokenIn(line), '__Host-other')).toBeUndefined();
  late = 0;
});
