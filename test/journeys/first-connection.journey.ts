import { chooseIdentity, expect, giveNir, test } from './world.ts';

// A first-time visitor has trouble with the number; nothing said tells whether a number exists or whose it is.

test('takes a mistyped number, then a twin’s, then the right one', async ({ page, overview, world }) => {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^Léa JUMELLE-EXEMPLE/);

  // One digit off: the key (clé) tells, and the words say where to look.
  await giveNir(page, '2 99 09 2B 990 991 04');
  await expect(page.getByRole('alert')).toContainText('faute de frappe');
  await expect(page.getByLabel(/numéro de sécurité sociale/i)).toHaveAttribute('aria-invalid', 'true');

  // Her twin's: well formed, born the same day in the same place, and not hers.
  await giveNir(page, '2 99 09 2B 990 992 02');
  const refusal = page.getByRole('alert');
  await expect(refusal).toBeVisible();
  await expect(refusal).not.toContainText(/Zoé|jumelle/i);
  await expect(page.getByRole('link', { name: '39 39' }).first()).toBeVisible();
  await expect(page.getByText('France services').first()).toBeVisible();

  await giveNir(page, '2 99 09 2B 990 991 03');
  await expect(page).toHaveURL(`${world.cafUrl}/mon-compte`);
  await expect(overview.getByText(/^Léa/)).toBeVisible();
  // Nothing of all this is in an address, or in what the programs wrote.
  for (const number of ['299092B990991', '2 99 09 2B 990 991']) expect(world.output()).not.toContain(number);
});
