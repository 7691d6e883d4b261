import { citizenByLogin } from '@mds-kit/sandbox/citizens';
import type { Browser, Frame, Page } from 'playwright/test';
import { connectToCaf } from './caf-account.ts';
import type { Note } from './hostile/notebook.ts';
import { THIEVING_SCRIPT } from './hostile/scripts.ts';
import { answerAgreement, chooseIdentity, expect, giveNir, test, type RunningWorld } from './world.ts';

// The worst vendor is in the account page of a fund that gives tickets, and has a browser of their own elsewhere, where
// the same page stands: they know its challenge, and hold its verifier. Whatever opens a session there is theirs.

// A world of its own, which another use of any worker's option brings: what is tried here uses up an address's sign-ins.
test.use({ trace: 'off' });

const CODE = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/**
 * A browser in whose pages of the Caf the vendor is, as a tag manager would let them in, under no policy at all; and what
 * they send away.
 */
async function victimsBrowser(browser: Browser, { cafUrl }: RunningWorld) {
  const context = await browser.newContext({ bypassCSP: true });
  const loot: Note[] = [];
  // As soon as there is a page to look at, before any script of it.
  await context.addInitScript(`
    const vendor = () => {\n${THIEVING_SCRIPT}\n};
    if (location.origin === ${JSON.stringify(cafUrl)} && window === top)
      new MutationObserver((_, own) => { own.disconnect(); vendor(); }).observe(document, { childList: true });
  `);
  await context.route(`${cafUrl}/loot`, (route) => {
    loot.push(...(JSON.parse(route.request().postData() ?? '[]') as Note[]));
    return route.fulfill({ status: 204 });
  });
  return { context, page: await context.newPage(), loot };
}

const controllerOf = (page: Page): Frame => {
  const found = page.frames().find((frame) => frame.url().includes('/embed/controller'));
  if (!found) throw new Error('The page has no controller');
  return found;
};

/** Tries a code as a ticket and as what came back from signing in, with what the frames of a page hold; the statuses. */
const tryAsFrame = (page: Page, partner: string, code: string): Promise<number[]> =>
  controllerOf(page).evaluate(
    async ([id, word]) => {
      const statuses: number[] = [];
      for (const kind of ['ticket', 'handover']) {
        const response = await fetch('/v1/session', {
          method: 'POST',
          headers: { 'mds-partner': id, 'content-type': 'application/json' },
          body: JSON.stringify({ [kind]: word }),
        });
        statuses.push(response.status);
      }
      return statuses;
    },
    [partner, code] as const,
  );

/** The vendor's own browser, on the Caf's page: where it would sign in, and what a ticket for it must be made for. */
async function thievesBrowser(browser: Browser, world: RunningWorld) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${world.cafUrl}/mon-compte`);
  await expect(page.frameLocator('mds-rights-overview iframe').locator('a[href*="/start?"]')).toBeVisible();
  const { startUrl, ticketChallenge: challenge } = await controllerOf(page).evaluate(async () => {
    const headers = { 'mds-partner': 'caf-exemple', 'content-type': 'application/json' };
    const answers = await Promise.all([
      fetch('/v1/session', { headers }),
      fetch('/v1/sign-in', { method: 'POST', headers, body: '{}' }),
    ]);
    const [session, start] = (await Promise.all(answers.map((answer) => answer.json()))) as object[];
    return { ...start, ...session } as { startUrl: string; ticketChallenge: string };
  });
  expect(challenge).toMatch(/^[\w-]{43}$/);
  return { context, page, startUrl, challenge };
}

test('a script in the page of a fund that gives tickets gets none, whatever it asks in the person’s name', async ({
  browser,
  world,
}) => {
  const who = citizenByLogin('thomas');
  if (!who) throw new Error('The sandbox has lost Thomas');
  const thief = await thievesBrowser(browser, world);
  const { context, page, loot } = await victimsBrowser(browser, world);
  const overview = page.frameLocator('mds-rights-overview iframe');
  const signIn = overview.locator('a[href*="/start?"]');
  const shown = overview.getByText(/^Thomas/);

  await connectToCaf(page, world, 'Thomas MAQUETTE');
  await signIn.click();
  await chooseIdentity(page, /^Thomas MAQUETTE/);
  await page.waitForURL(({ pathname }) => pathname === '/nir');
  await giveNir(page, who.nir, 'wait');
  await answerAgreement(page, 'Oui');
  await expect(shown).toBeVisible();

  // Known to the fund alone: the page is let in by a ticket, which the vendor watches.
  const cookies = await context.cookies();
  await context.clearCookies();
  await context.addCookies(cookies.filter(({ name }) => name === 'caf_compte'));
  const tickets: string[] = [];
  page.on('response', (response) => {
    const { location = '' } = response.headers();
    const found = /#mds-ticket=([\w-]{43})$/.exec(location)?.[1];
    if (found) tickets.push(found);
  });
  await page.goto(`${world.cafUrl}/mon-compte`);
  await expect(shown).toBeVisible();
  expect(tickets).toHaveLength(1);

  await page.evaluate((url) => window.steal(url), `/mds-ticket?challenge=${thief.challenge}`);
  await page.evaluate(() => window.note('end', ''));
  await expect.poll(() => loot.some(({ by }) => by === 'end')).toBe(true);

  // The vendor was not asleep; and a ticket for their own browser did come into this one, in a frame.
  const words = JSON.stringify(loot);
  expect(words).toContain('#mds-handover=');
  expect(words).toContain(`/mds-ticket?challenge=${thief.challenge}`);
  expect(loot.filter(({ by }) => by === 'stolen').length).toBeGreaterThan(10);
  const [spent = '', forThief = '', ...others] = tickets;
  expect([spent, forThief].filter((ticket) => words.includes(ticket))).toEqual([]);
  expect(others.filter((ticket) => words.includes(ticket))).toEqual([]);

  // Nothing that looks like a code opens anything: elsewhere, here again, or here for another partner.
  const codes = new Set([...words.matchAll(CODE)].map(([code]) => code));
  expect(codes.size).toBeGreaterThan(2);
  const other = await context.newPage();
  await other.goto(`${world.msaUrl}/mon-espace`);
  await expect(
    other.locator('mds-rights-bubble iframe').first().contentFrame().locator('a[href*="/start?"]'),
  ).toBeVisible();
  for (const code of [...codes, spent]) {
    expect(await tryAsFrame(thief.page, 'caf-exemple', code), 'elsewhere').toEqual([403, 403]);
    expect(await tryAsFrame(page, 'caf-exemple', code), 'a second time').toEqual([403, 403]);
    expect(await tryAsFrame(other, 'msa-exemple', code), 'for another partner').toEqual([403, 403]);
  }
  // That it cannot be read is what protects it: it would have opened the person's session in the thief's browser.
  expect(forThief).not.toBe('');
  expect((await tryAsFrame(thief.page, 'caf-exemple', forThief))[0]).toBe(200);
  await thief.context.close();
  await context.close();
});

test('a page that leads a person to sign in with the challenge of another browser leads them to a refusal', async ({
  browser,
  page,
  world,
}) => {
  const thief = await thievesBrowser(browser, world);
  const leading: Record<string, (startUrl: string) => void> = {
    'by script': (startUrl) => location.assign(startUrl),
    'by a link': (startUrl) => {
      const link = Object.assign(document.createElement('a'), {
        href: startUrl,
        referrerPolicy: 'unsafe-url',
      });
      document.body.append(link);
      link.click();
    },
  };
  for (const [way, lead] of Object.entries(leading)) {
    await page.goto(`${world.cafUrl}/mon-compte`);
    await expect(page.frameLocator('mds-rights-overview iframe').locator('a[href*="/start?"]')).toBeVisible();
    const answered = page.waitForResponse(
      (response) => response.url() === thief.startUrl && response.frame() === page.mainFrame(),
    );
    await page.evaluate(lead, thief.startUrl);
    expect((await answered).status(), way).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'La connexion n’a pas commencé sur notre bouton',
    );
  }
  await page.getByRole('link', { name: 'Revenir à Caf de l’Exemple' }).click();
  await expect(page).toHaveURL(`${world.cafUrl}/mon-compte`);
  await thief.context.close();
});
