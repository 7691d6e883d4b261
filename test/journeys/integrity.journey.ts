import { createHash } from 'node:crypto';
import { TAG_NAMES } from '@mds-kit/contract/tags';
import { citizenByLogin } from '@mds-kit/sandbox/citizens';
import type { Page } from 'playwright/test';
import { readManifest, type KitManifest } from '../../.setup/kit.ts';
import { signInAs } from './canaries.ts';
import { htmlPage, kitLine, kitText, OWN_CONTENT, test, type Guest } from './guest.ts';
import { expect, GUEST, type RunningWorld } from './world.ts';

// One byte of one file is not what was built. It is the semicolon at the very end, which means nothing: whatever ran it
// would work as ever, so that only what vouches for the files can tell.

function manifest(): KitManifest {
  const found = readManifest();
  if (!found) throw new Error('The kit is not built');
  return found;
}

/** The files of the kit that this one names, of the kind that is asked for, by the start of their name. */
function part(entry: string, kind: 'imports' | 'lazy', name: string): string {
  const { files } = manifest();
  const found = files[entry]?.[kind].find((file) => file.startsWith(`chunks/${name}-`));
  if (found === undefined) throw new Error(`${entry} has no ${kind} called ${name}`);
  return found;
}

/** Serves a file of the kit as it was built, or with one byte changed: a semicolon that might as well be a new line. */
async function intercept(page: Page, name: string, flip: boolean): Promise<void> {
  const whole = kitText(name);
  const at = whole.lastIndexOf(';');
  expect(at).toBeGreaterThan(0);
  await page.route(`**/kit/*/${name}*`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
      body: flip ? `${whole.slice(0, at)}\n${whole.slice(at + 1)}` : whole,
    }),
  );
}

async function openGuestPage(page: Page, guest: Guest, world: RunningWorld, lang = 'fr'): Promise<void> {
  const tag = `<mds-rights-overview lang="${lang}">${OWN_CONTENT}</mds-rights-overview>`;
  guest.serve('/', htmlPage(kitLine(world), tag));
  await page.goto(`${guest.url}/`);
}

/** Until the browser has said that a file is not what it should be. */
async function expectStopped(violations: string[], name: string): Promise<void> {
  await expect.poll(() => violations.join('\n')).toContain(name);
  expect(violations.join('\n')).toMatch(/integrity/i);
  violations.length = 0;
}

const shell = ['embed.js', () => 'embed.js'] as const;
const inFrame = [
  ['the entry', () => 'frame.js'],
  ['a module that loads with it', () => part('frame.js', 'imports', 'core')],
  ['the module of its element, loaded later', () => elementOf('frame.js', 'mds-rights-overview')],
  ['the controller', () => 'controller.js'],
] as const;

/** The lazy module of an entry that registers an element. */
function elementOf(entry: string, tag: string): string {
  const names = manifest().files[entry]?.lazy ?? [];
  const found = names.find((name) => kitText(name).includes(`\`${tag}\``));
  if (found === undefined) throw new Error(`No module of ${entry} registers ${tag}`);
  return found;
}

for (const [what, nameOf] of [shell, ...inFrame]) {
  test(`with a byte flipped in ${what}, the page’s own content stays`, async ({
    page,
    guest,
    overview,
    violations,
    world,
  }) => {
    const name = nameOf();
    await intercept(page, name, false);
    await openGuestPage(page, guest, world);
    await expect(overview.locator('a[href*="/start?"]')).toBeVisible();

    await page.unrouteAll();
    await intercept(page, name, true);
    await page.reload();
    await expectStopped(violations, name);
    if (name !== 'controller.js') await expect(page.locator('.own-content')).toBeVisible();
    await expect(overview.locator('a[href*="/start?"]')).toHaveCount(0);
  });
}

/** The content of a document's import map, and of the policies that it came with. */
async function mapOf(page: Page, address: string) {
  const response = await page.goto(address);
  const text = /<script type="importmap">(.*?)<\/script>/s.exec((await response?.text()) ?? '')?.[1] ?? '';
  const headers = response?.headers() ?? {};
  return {
    map: JSON.parse(text) as { integrity: Record<string, string> },
    hash: createHash('sha256').update(text).digest('base64'),
    policy: headers['content-security-policy'] ?? '',
    integrityPolicy: headers['integrity-policy'] ?? '',
  };
}

test('every document that runs the kit vouches for all modules that it may load, in a map that its policy knows', async ({
  page,
  world,
}) => {
  await page.goto(`${world.portalUrl}/`);
  await page.locator('a[href*="/start?"]').first().click();
  await signInAs(page, person(), `${world.portalUrl}/`);
  const documents = [
    ...TAG_NAMES.map((tag) => [`${world.widgetsUrl}/embed/${tag}?partner=${GUEST}`, 'frame.js'] as const),
    [`${world.widgetsUrl}/embed/controller?partner=${GUEST}`, 'controller.js'] as const,
    [`${world.portalUrl}/`, 'hosted.js'] as const,
  ];
  const { files, version } = manifest();
  for (const [address, entry] of documents) {
    const { map, hash, policy, integrityPolicy } = await mapOf(page, address);
    expect(policy, address).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(policy, address).not.toMatch(/unsafe|strict-dynamic|\*/);
    expect(integrityPolicy, address).toContain('blocked-destinations=(script)');
    const reachable = new Set<string>([entry]);
    for (const name of reachable)
      for (const next of [...(files[name]?.imports ?? []), ...(files[name]?.lazy ?? [])]) reachable.add(next);
    const vouched = [...reachable].map((name) => [`/kit/${version}/${name}`, files[name]?.integrity]);
    expect(map.integrity, address).toEqual(Object.fromEntries(vouched));
  }
});

test('a document whose policy has lost the hash of its map stops, instead of running modules that nobody vouches for', async ({
  page,
  guest,
  overview,
  violations,
  world,
}) => {
  const response = await page.goto(`${world.widgetsUrl}/embed/mds-rights-overview?partner=${GUEST}`);
  const headers = response?.headers() ?? {};
  const body = (await response?.text()) ?? '';
  const policy = headers['content-security-policy']?.replace(/ 'sha256-[^']+'/, '') ?? '';
  await page.route('**/embed/mds-rights-overview?*', (route) =>
    route.fulfill({ body, headers: { ...headers, 'content-security-policy': policy } }),
  );
  const stopped = page.waitForEvent(
    'requestfailed',
    (request) => request.failure()?.errorText === 'integrity',
  );
  await openGuestPage(page, guest, world);
  expect(new URL((await stopped).url()).pathname).toMatch(/^\/kit\/.*\.js$/);
  expect(violations.join('\n')).toContain('script-src');
  await expect(page.locator('.own-content')).toBeVisible();
  await expect(overview.locator('a[href*="/start?"]')).toHaveCount(0);
  violations.length = 0;
});

function person() {
  const found = citizenByLogin('camille');
  if (!found) throw new Error('The sandbox has lost Camille');
  return found;
}

for (const [what, nameOf] of [
  ['the entry', () => 'hosted.js'],
  ['a module that loads with it', () => part('hosted.js', 'imports', 'core')],
] as const) {
  test(`on the portal’s own page, with a byte flipped in ${what}, it says why there are no rights`, async ({
    page,
    violations,
    world,
  }) => {
    await page.goto(`${world.portalUrl}/`);
    await page.locator('a[href*="/start?"]').first().click();
    await intercept(page, nameOf(), true);
    await signInAs(page, person(), `${world.portalUrl}/`);
    await expectStopped(violations, nameOf());
    await expect(page.locator('mds-rights-overview > *')).toBeVisible();
    await expect(page.locator('mds-rights-bubble')).toHaveCount(0);
  });
}
