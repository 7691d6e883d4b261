import { chooseIdentity, continueAtFranceConnect, expect, giveNir, test } from './world.ts';

// Funds are FranceConnect clients too: from a right here to the account there, one is not asked again who one is.

test('rebounds into another fund’s account without choosing an identity again', async ({
  page,
  overview,
  world,
}) => {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^Simone D’ESSAI/);
  await giveNir(page, '2 51 11 29 990 995 49');

  const retirement = overview.locator('mds-rights-bubble[domain="retirement"]');
  await retirement.getByRole('button', { name: /Retraite/ }).click();
  const opened = page.waitForEvent('popup');
  await retirement.getByRole('link', { name: /compte.*Carsat/i }).click();
  const account = await opened;
  // FranceConnect's session is known: it informs, and asks for no identity.
  await expect(account.getByRole('button', { name: /EXEMPLE|FICTIF/ })).toHaveCount(0);
  await continueAtFranceConnect(account);
  await expect(account).toHaveURL(`${world.carsatUrl}/mon-compte`);
  await expect(account.getByText(/Bonjour Simone/)).toBeVisible();
});
