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
