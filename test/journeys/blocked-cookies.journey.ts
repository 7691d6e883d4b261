import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@mds-kit/sandbox/launch';
import { chromium, type BrowserContext } from 'playwright/test';
import { chooseIdentity, expect, giveNir, test } from './world.ts';

/** Chromium's switch, which all journeys have (.config/playwright.config.ts). */
const BLOCKING = '--test-third-party-cookie-phaseout';

/**
 * Puts two cookies, one partitioned, from a frame of another site, loads the page once more, and says which of them the
 * browser then sends from there.
 */
async function thirdPartyCookies(context: BrowserContext): Promise<string[]> {
  const { port } = await freePorts(['port']);
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.headers.host?.startsWith('first.'))
      return response.end(`<iframe src="http://third.localhost:${port}/"></iframe>`);
    const attributes = 'Secure; HttpOnly; SameSite=None; Path=/';
    response.setHeader('set-cookie', [
      `__Host-plain=1; ${attributes}`,
      `__Host-own=1; ${attributes}; Partitioned`,
    ]);
    return response.end(request.headers.cookie ?? '');
  }).listen(port, '127.0.0.1');
  try {
    const page = await context.newPage();
    await page.goto(`http://first.localhost:${port}/`);
    await page.reload();
    const sent = await page.frameLocator('iframe').locator('body').innerText();
    await page.close();
    return sent.split('; ').sort();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('every journey here is made without third-party cookies: a frame keeps partitioned ones, and no others', async ({
  context,
}) => {
  expect(await thirdPartyCookies(context)).toEqual(['__Host-own=1']);
});

test('where third-party cookies are allowed, ours are partitioned all the same', async ({
  world,
  launchOptions,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'mds-profile-'));
  // An ordinary profile that says so itself: distributions differ in what they set, and private windows always block.
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 0 } }),
  );
  const args = (launchOptions.args ?? []).filter((flag) => flag !== BLOCKING);
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args,
    locale: 'fr-FR',
  });
  try {
    expect(await thirdPartyCookies(context)).toEqual(['__Host-own=1', '__Host-plain=1']);

    const page = await context.newPage();
    const overview = page.frameLocator('mds-rights-overview iframe');
    await page.goto(`${world.cafUrl}/mon-compte`);
    await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
    await chooseIdentity(page, /^Paul PROTOTYPE/);
    await giveNir(page, '1 75 12 54 990 999 06');
    await expect(overview.getByText(/^Paul/)).toBeVisible();

    const { hostname } = new URL(world.widgetsUrl);
    const ours = (await context.cookies()).filter(({ domain }) => domain === hostname);
    expect(ours.map(({ name }) => name).sort()).toEqual(['__Host-mds-session', '__Host-mds-verifier']);
    for (const { name, partitionKey } of ours) expect(partitionKey, name).toBe('http://caf.localhost');
    await overview.getByRole('button', { name: /se déconnecter/i }).click();
    await expect(overview.getByRole('link', { name: 'S’identifier avec FranceConnect' })).toBeVisible();
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
