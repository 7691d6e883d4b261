import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { citizenByLogin } from '@mds-kit/sandbox/citizens';
import { test as base } from 'playwright/test';
import { canariesOf, expectNone, secretsOf, signInAs, textsShown } from './canaries.ts';
import { salaryTextsOf } from './scheme.ts';
import { filesHolding, listenTo, rowsOf, storedBy } from './leftovers.ts';
import {
  chooseIdentity,
  continueAtFranceConnect,
  expect,
  giveNir,
  startWorld,
  type StartedWorld,
} from './world.ts';

// A whole journey, and then everything that it left is searched for the person. The stand-ins of the funds, of the
// registries and of FranceConnect know them, as the real ones do; what they write is searched all the same.

const test = base.extend<{ started: StartedWorld; profile: string }>({
  // Its own world: it is stopped half-way, so that its data can be read.
  started: async ({}, use) => {
    const started = await startWorld(process.env.DATABASE_URL);
    await use(started);
    await started.stop();
  },
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'mds-profile-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true });
  },
});

test('a whole journey leaves nothing of the person in browser, addresses, logs, metrics or database', async ({
  playwright,
  launchOptions,
  profile,
  started,
}) => {
  // The longest way of all, and then a search.
  test.setTimeout(120_000);
  const world = started.running;
  const who = citizenByLogin('camille');
  const twin = citizenByLogin('max');
  if (!who || !twin) throw new Error('The sandbox has lost its people');
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...launchOptions,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const heard = listenTo(context);
  const stored: string[] = [];
  const links: string[] = [];
  const page = await context.newPage();
  const overview = page.frameLocator('mds-rights-overview iframe');

  // On a fund's page: a slip, somebody else's number, the right one; every domain opened; out again.
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.locator('a[href*="/start?"]').click();
  await chooseIdentity(page, /^Camille EXEMPLE/);
  await page.waitForURL((url) => url.pathname === '/nir' || url.href.startsWith(world.cafUrl));
  if (page.url().endsWith('/nir')) {
    for (const wrong of [`${who.nir.slice(0, -1)}7`, twin.nir]) {
      await giveNir(page, wrong);
      await expect(page.getByRole('alert')).toBeVisible();
    }
    stored.push(...(await storedBy(page)));
    await giveNir(page, who.nir);
  }
  const toggles = overview.locator('button[aria-expanded]');
  await expect(toggles).toHaveCount(6);
  const shown = new Set<string>();
  for (const toggle of await toggles.all()) {
    await toggle.click();
    await expect(overview.locator('[part~="panel"]').first()).toBeVisible();
    for (const text of await textsShown(page, world.widgetsUrl)) shown.add(text);
    links.push(
      ...(await overview
        .locator('a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))),
    );
  }
  const timeline = page.frameLocator('mds-salary-timeline iframe');
  await page.locator('mds-salary-timeline').scrollIntoViewIfNeeded();
  await expect(timeline.locator('[part~="panel"]')).toBeVisible();
  for (const text of await textsShown(page, world.widgetsUrl)) shown.add(text);
  expect(shown).toContain('Atelier de l’Exemple');
  stored.push(...(await storedBy(page)));
  await overview.locator('[part~="sign-out"]').click();
  await expect(overview.locator('a[href*="/start?"]')).toBeVisible();
  const signedOut = await textsShown(page, world.widgetsUrl);
  stored.push(...(await storedBy(page)));

  // On the portal's own pages, where the session stays open, all that is kept taken away; and a code on its way that nobody redeems.
  await page.goto(`${world.portalUrl}/`);
  await page.locator('a[href*="/start?"]').first().click();
  await signInAs(page, who, `${world.portalUrl}/`);
  await expect(page.locator('mds-rights-overview button[aria-expanded]')).toHaveCount(6);
  stored.push(...(await storedBy(page)));
  await page.goto(`${world.portalUrl}/privacy`);
  const downloading = page.waitForEvent('download');
  await page.locator('a[href="/privacy/export"]').click();
  const exported = await downloading;
  // The person has it, with all that is theirs; where they keep it is theirs too.
  expect(readFileSync(await exported.path(), 'utf8')).toContain(who.nir);
  await exported.delete();
  stored.push(...(await storedBy(page)));
  await page.goto(`${world.msaUrl}/mon-espace`);
  const signIn = page
    .locator('mds-rights-bubble iframe')
    .first()
    .contentFrame()
    .locator('a[href*="/start?"]');
  await expect(signIn).toBeVisible();
  await page.route('**/embed.js', (route) => route.abort());
  await signIn.click();
  await continueAtFranceConnect(page);
  await page.waitForURL((url) => url.hash.startsWith('#mds-handover='));
  stored.push(...(await storedBy(page)));

  const canaries = canariesOf(who, shown, signedOut);
  const secrets = [...secretsOf(who, shown), ...salaryTextsOf('camille'), twin.nir, twin.nir.slice(0, 13)];
  expect(canaries.length).toBeGreaterThan(120);
  expect(stored).toEqual([]);
  // Links name where they lead (an organisation, a procedure), by public ids.
  expect(links).not.toEqual([]);
  expectNone(links.join('\n'), secrets, 'links');
  expectNone(heard.join('\n'), [...canaries, ...secrets], 'addresses, referrers, redirects and the console');
  const metrics = await (await fetch(world.metricsUrl ?? '')).text();
  expect(metrics).toContain('mds_http_requests_total');
  expectNone(metrics, [...canaries, ...secrets], 'metrics');

  await context.close();
  await started.halt();
  expect(world.output()).toContain('/v1/rights/:domain');
  expectNone(world.output(), [...canaries, ...secrets], 'what the programs wrote');
  expect(filesHolding(profile, secrets), 'the browser’s own files').toEqual([]);

  const url = started.databaseUrl;
  const rows = await rowsOf(url ? { url } : { folder: started.data });
  for (const table of ['link', 'session', 'one_time_code', 'counter', 'access_entry'])
    expect(rows.get(table)?.length, table).toBeGreaterThan(0);
  for (const [table, found] of rows) {
    const asBytes = [...canaries, ...secrets].map((canary) => Buffer.from(canary).toString('latin1'));
    expectNone(found.join('\n'), [...canaries, ...secrets, ...asBytes], `the table ${table}`);
  }
  expect(filesHolding(started.data, secrets), 'the data folder').toEqual([]);
});
