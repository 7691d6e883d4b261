import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { citizenByLogin } from '@mds-kit/sandbox/citizens';
import type { DepositFile } from '@mds-kit/sandbox/employers/deposits';
import {
  fillResources,
  inboxOf,
  outboxOf,
  resourcesProgram,
} from '@mds-kit/sandbox/employers/resources-program';
import { sampleCorrection } from '@mds-kit/sandbox/employers/samples/sample-correction';
import { sampleFiles } from '@mds-kit/sandbox/employers/samples/sample-deposits';
import { writeFiles } from '@mds-kit/sandbox/employers/write-files';
import { freePorts, launch } from '@mds-kit/sandbox/launch';
import type { FrameLocator, Locator } from 'playwright/test';
import { signInAs } from './canaries.ts';
import { expect, startWorld, test as base, type RunningWorld } from './world.ts';

// A salary's whole way: from an employer's DSN file, through the inbox of the monthly resources scheme, to a fund's page.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The running program of the monthly resources scheme. */
interface Scheme {
  readonly url: string;
  /** Where its monthly files for the Caf are. */
  readonly caf: string;
  /** Puts deposits into its inbox, and waits until it has taken them. */
  take(files: readonly DepositFile[]): Promise<void>;
  /** Everything that it wrote so far. */
  output(): string;
  /** Lets it hang, as a machine does that swaps, or go on. */
  signal(how: 'SIGSTOP' | 'SIGCONT'): void;
}

const test = base.extend<
  object,
  { place: { port: number; data: string }; world: RunningWorld; scheme: Scheme }
>({
  place: [
    async ({}, use) => {
      const { scheme: port } = await freePorts(['scheme']);
      const data = mkdtempSync(join(tmpdir(), 'mds-resources-'));
      await use({ port, data });
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  world: [
    async ({ place: { port } }, use) => {
      const { running, stop } = await startWorld(process.env.DATABASE_URL, `http://127.0.0.1:${port}`);
      await use(running);
      await stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  scheme: [
    async ({ place: { port, data }, world }, use) => {
      const now = new Date();
      await fillResources(ROOT, data, now);
      const { portalUrl, fundsUrl } = world;
      const program = await launch(resourcesProgram({ root: ROOT, port, data, portalUrl, fundsUrl }));
      const inbox = inboxOf(data);
      const taken = () => readdirSync(join(inbox, 'done')).length;
      const untilTaken = (files: number) => expect.poll(taken, { timeout: 60_000 }).toBe(files);
      await untilTaken(sampleFiles(now).length);
      const take = async (files: readonly DepositFile[]) => {
        const all = taken() + files.length;
        await writeFiles(inbox, files);
        await untilTaken(all);
      };
      await use({
        url: `http://127.0.0.1:${port}`,
        caf: join(outboxOf(data), 'cnaf'),
        take,
        output: program.output,
        signal: (how) => void program.process.kill(how),
      });
      await program.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

/** What Thomas's one employer declares every month, in cents (sandbox/src/employers/samples). */
const GROSS = 254_600;

/** `2 345,67 €` as cents. */
const cents = (text: string) => Number(text.replaceAll(/[^\d,-]/g, '').replace(',', ''));

/** The row of a figure of the month that is open. */
const figure = (timeline: FrameLocator, name: string): Locator =>
  timeline.locator('[part~="panel"] .pair', { hasText: name });
const now = (row: Locator) => row.locator('dd > .nowrap').last();

test('a fund’s page shows what the inbox took, and what a corrective declaration changed', async ({
  page,
  world,
  scheme,
}) => {
  test.setTimeout(120_000);
  const who = citizenByLogin('thomas');
  if (!who) throw new Error('The sandbox has lost Thomas');

  const timeline = page.frameLocator('mds-salary-timeline iframe');
  const seeTimeline = async () => {
    await page.locator('mds-salary-timeline').scrollIntoViewIfNeeded();
    await expect(timeline.locator('[part~="panel"]')).toBeVisible();
  };
  await page.goto(`${world.cafUrl}/mon-compte`);
  await page.frameLocator('mds-rights-overview iframe').locator('a[href*="/start?"]').click();
  await signInAs(page, who, `${world.cafUrl}/mon-compte`);
  await seeTimeline();
  const gross = figure(timeline, 'Brut');
  const declared = await now(gross).innerText();
  expect(cents(declared)).toBe(GROSS);
  await expect(gross.locator('s')).toHaveCount(0);

  await scheme.take([sampleCorrection(new Date(), { login: 'thomas', by: 5_000 })]);
  await page.reload();
  await seeTimeline();
  await expect(gross.locator('s')).toContainText(declared);
  expect(cents(await now(gross).innerText())).toBe(GROSS + 5_000);
  await expect(timeline.locator('[part~="panel"]')).toContainText('a refait toute sa déclaration du mois');

  // Whom the portal asked about stands in no address and in no line of its log.
  expect(world.output()).toContain('"service":"salaries"');
  expect(world.output()).not.toContain(who.nir.slice(0, 13));
});

test('the portal’s own pages show it too, and say so when the scheme is silent', async ({
  page,
  world,
  scheme,
}) => {
  const who = citizenByLogin('thomas');
  if (!who) throw new Error('The sandbox has lost Thomas');
  await page.goto(`${world.portalUrl}/salaries?months=36`);
  await page.locator('a[href*="/start?"]').click();
  await signInAs(page, who, `${world.portalUrl}/salaries`);
  const timeline = page.locator('mds-salary-timeline');
  await expect(timeline.locator('[part~="panel"]')).toBeVisible();
  await page.goto(`${world.portalUrl}/`);
  await timeline.scrollIntoViewIfNeeded();
  await expect(timeline.locator('[part~="panel"]')).toBeVisible();
  await page.getByRole('link', { name: /salaires sur une page à part/ }).click();
  await expect(page).toHaveURL(`${world.portalUrl}/salaries`);

  scheme.signal('SIGSTOP');
  try {
    await page.reload();
    await expect(timeline).toContainText('ne veut pas dire que vous n’en avez pas');
    await expect(timeline).toContainText('Urssaf de l’Exemple');
  } finally {
    scheme.signal('SIGCONT');
  }
  await timeline.locator('[part~="retry"]').click();
  await expect(timeline.locator('[part~="panel"]')).toBeVisible();
});

test('a fund is told somebody’s months for its agreement’s purpose, asked and each month; none without', async ({
  scheme,
}) => {
  const who = citizenByLogin('camille');
  const ask = async (fund: string) => {
    const script = join(ROOT, 'packages/sandbox/src/funds/ask-resources.ts');
    const question = ['--fund', fund, '--purpose', 'aide-logement', '--citizen', 'camille'];
    const child = spawn(process.execPath, [script, '--scheme', scheme.url, ...question]);
    const closed = once(child, 'close');
    const [told, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await closed) as [number];
    return { code, told, errors };
  };
  const [caf, msa] = await Promise.all([ask('cnaf'), ask('msa')]);
  expect(caf).toMatchObject({ code: 0, errors: '' });
  expect(caf.told).toContain('"finalite":"aide-logement"');
  expect(caf.told).toMatch(/"salaires":{"net_imposable":\d+\.\d+}/);
  expect(msa).toMatchObject({ code: 1, errors: '' });
  expect(msa.told).toMatch(/^{"status":403,"answer":{"errors":/);
  await expect.poll(() => scheme.output()).toContain('"route":"/v1/relais/ressources","status":403');
  expect(scheme.output()).not.toContain(who?.nir.slice(0, 13));

  // Of whom it named: a file each month.
  await expect.poll(() => scheme.output()).toContain('"event":"resources-distributed","partner":"cnaf"');
  const [file = '', ...more] = readdirSync(scheme.caf);
  expect([file, more]).toEqual([expect.stringMatching(/^aide-logement-20\d\d-\d\d\.jsonl$/), []]);
  expect(readFileSync(join(scheme.caf, file), 'utf8')).toMatch(
    /"reference":"allocataire-camille".*"net_imposable":\d+\.\d+/,
  );
});
