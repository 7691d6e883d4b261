import { signInAs } from './canaries.ts';
import { chooseIdentity, expect, giveNir, test } from './world.ts';

test('signs out here and at FranceConnect, and leaves nothing on the screen', async ({
  page,
  overview,
  world,
}) => {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^David FACTICE/);
  await giveNir(page, '1 90 06 13 990 997 90');
  await expect(overview.getByText(/^David/)).toBeVisible();

  await overview.getByRole('button', { name: /se déconnecter/i }).click();
  await expect(page).toHaveURL(`${world.cafUrl}/mon-compte`);
  const signIn = overview.getByRole('link', { name: 'S’identifier avec FranceConnect' });
  await expect(signIn).toBeVisible();
  await expect(overview.getByText(/David/)).toHaveCount(0);

  // FranceConnect forgot too: it asks again who one is.
  await signIn.click();
  await expect(page.getByRole('button', { name: /^Camille EXEMPLE/ })).toBeVisible();
});

test('leaves nothing in another tab, nor on a page that the browser keeps for its way back', async ({
  page,
  overview,
  context,
  world,
}) => {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await signInAs(page, 'max', `${world.cafUrl}/mon-compte`);
  await expect(overview.getByText(/^Max/)).toBeVisible();

  const tab = await context.newPage();
  await tab.goto(`${world.cafUrl}/mon-compte`);
  const inTab = tab.frameLocator('mds-rights-overview iframe');
  await expect(inTab.getByText(/^Max/)).toBeVisible();
  // The first page waits behind another one, as it was painted.
  await page.goto(`${world.msaUrl}/mon-espace`);

  const third = await context.newPage();
  await third.goto(`${world.cafUrl}/mon-compte`);
  const inThird = third.frameLocator('mds-rights-overview iframe');
  await expect(inThird.getByText(/^Max/)).toBeVisible();

  await inTab.getByRole('button', { name: /se déconnecter/i }).click();
  await expect(inThird.getByText(/Max/)).toHaveCount(0);
  await expect(inTab.getByRole('link', { name: 'S’identifier avec FranceConnect' })).toBeVisible();
  await page.goBack();
  await expect(overview.getByRole('link', { name: 'S’identifier avec FranceConnect' })).toBeVisible();
  await expect(overview.getByText(/Max/)).toHaveCount(0);
});
