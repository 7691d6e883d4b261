import type { BrowserContext } from 'playwright/test';
import { connectToCaf } from './caf-account.ts';
import { answerAgreement, chooseIdentity, expect, giveNir, test } from './world.ts';

// Somebody who is connected to their fund's account is asked by FranceConnect once; from then on the fund vouches for them.

const LUCIE = '2 79 09 32 990 993 21';

/** A new session of the browser, but for the fund's account. */
async function forgetAllButTheFund(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies();
  const ofFund = cookies.filter(({ name }) => name === 'caf_compte');
  expect(ofFund).toHaveLength(1);
  expect(cookies.length).toBeGreaterThan(1);
  await context.clearCookies();
  await context.addCookies(ofFund);
}

test('asks FranceConnect the first time, and from then on believes the fund', async ({
  page,
  context,
  overview,
  world,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  const tickets = () => asked.filter((line) => /\/mds-ticket\?challenge=[\w-]{43}$/.test(line)).length;

  await connectToCaf(page, world, 'Lucie INVENTÉE');
  // Nobody has a link yet: the fund's word opens nothing, and nothing is said of that.
  const signIn = overview.getByRole('link', { name: 'S’identifier avec FranceConnect' });
  await expect(signIn).toBeVisible();
  expect(tickets()).toBe(1);
  await signIn.click();
  await chooseIdentity(page, /^Lucie INVENTÉE/);
  await giveNir(page, LUCIE, 'wait');

  await expect(page.getByRole('heading', { level: 1 })).toContainText('sans vous connecter à nouveau');
  await answerAgreement(page, 'Oui');
  await expect(page).toHaveURL(`${world.cafUrl}/mon-compte`);
  await expect(overview.getByText(/^Lucie/)).toBeVisible();

  await forgetAllButTheFund(context);
  asked.length = 0;
  await page.goto(`${world.cafUrl}/mon-compte`);
  await expect(overview.getByText(/^Lucie/)).toBeVisible();
  await expect(overview.locator('mds-rights-bubble[domain="family"]')).toContainText('€');
  expect(tickets()).toBe(1);
  expect(asked.filter((line) => line.includes(world.franceConnectUrl))).toEqual([]);
  // Neither the page nor any address or log has the number; the page has nobody's rights either.
  expect(await page.content()).not.toMatch(/€|Allocations familiales/);
  for (const place of [asked.join(), world.output()]) expect(place).not.toContain(LUCIE.replaceAll(' ', ''));
});

test('does not sign in again who has signed out, until they connect to the fund anew', async ({
  page,
  overview,
  world,
}) => {
  await connectToCaf(page, world, 'Karim MODÈLE');
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^Karim MODÈLE/);
  await giveNir(page, '1 88 01 59 990 994 33', 'wait');
  await answerAgreement(page, 'Oui');
  await overview.getByRole('button', { name: /se déconnecter/i }).click();
  await expect(overview.getByRole('link', { name: 'S’identifier avec FranceConnect' })).toBeVisible();

  await page.getByRole('button', { name: 'Se déconnecter de la Caf' }).click();
  await connectToCaf(page, world, 'Karim MODÈLE');
  await expect(overview.getByText(/^Karim/)).toBeVisible();
});

test('keeps to FranceConnect whoever answered no', async ({ page, context, overview, world }) => {
  await connectToCaf(page, world, 'Emma FICTION');
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^Emma FICTION/);
  await giveNir(page, '2 95 05 44 990 990 16');
  await expect(overview.getByText(/^Emma/)).toBeVisible();

  await forgetAllButTheFund(context);
  await page.goto(`${world.cafUrl}/mon-compte`);
  await expect(overview.getByRole('link', { name: 'S’identifier avec FranceConnect' })).toBeVisible();
});
