import { chooseIdentity, continueAtFranceConnect, expect, giveNir, test } from './world.ts';

// What was seen on a fund's page is told on the portal's own, to the same person, once they want to know.

test('tells on the portal what a fund’s page has shown', async ({ page, overview, world }) => {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^Amina/);
  const shown = page.waitForResponse((response) => response.url().endsWith('/v1/rights/family'));
  await giveNir(page, '2 87 03 99 990 996 49');
  await shown;

  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${world.portalUrl}/`);
  await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await continueAtFranceConnect(page);
  const summary = page.locator('summary').filter({ hasText: 'Qui a consulté vos droits' });
  await expect(page.locator('mds-rights-overview')).toContainText('Amina');
  expect(asked, 'nobody wanted to know yet').not.toContain('/v1/accesses');

  await summary.focus();
  await page.keyboard.press('Enter');
  const log = page.locator('mds-access-log');
  await expect(log.getByRole('listitem').filter({ hasText: 'Connexion avec FranceConnect' })).not.toHaveCount(
    0,
  );
  await expect(log).toContainText(/Famille.* ont été affichés\s+Depuis\s: Caf/);
  await expect(log).toContainText(/Depuis\s: ce portail, Mes droits sociaux/);

  await page.goto(`${world.portalUrl}/privacy`);
  await page.goto(`${world.portalUrl}/#acces`);
  await expect(log.getByRole('listitem')).not.toHaveCount(0);
});
