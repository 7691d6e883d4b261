import { readManifest } from '../../.setup/kit.ts';
import { chooseIdentity, expect, giveNir, test } from './world.ts';

// A partner that allows as little as a page can: one script to the byte, and then none at all.

test('the tag works under the strictest policy, from signing in to signing out', async ({
  page,
  overview,
  world,
}) => {
  const response = await page.goto(`${world.townHallUrl}/strict`);
  const policy = Object.fromEntries(
    (response?.headers()['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
  expect(policy).toEqual({
    'default-src': "'none'",
    'script-src': `'${readManifest()?.files['embed.js']?.integrity ?? ''}'`,
    'frame-src': world.widgetsUrl,
    'style-src': `'self' ${world.widgetsUrl}`,
    'img-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'trusted-types': "'none'",
    'require-trusted-types-for': "'script'",
  });

  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await chooseIdentity(page, /^Inès IMAGINAIRE/);
  await giveNir(page, '2 05 02 35 990 998 54');
  await expect(page).toHaveURL(`${world.townHallUrl}/strict`);
  await expect(overview.locator('mds-rights-bubble[domain="housing"]')).toContainText('€');
  // In a frame that is as high as its document: a scroll bar would stand in every browser that draws it.
  const rest = await overview
    .locator('html')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(rest).toBe(0);

  await overview.getByRole('button', { name: /se déconnecter/i }).click();
  await expect(page).toHaveURL(`${world.townHallUrl}/strict`);
  await expect(overview.getByRole('link', { name: 'S’identifier avec FranceConnect' })).toBeVisible();
});

test('without any script, the tag is a text and a link to the portal’s own page, where everything is', async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${world.townHallUrl}/sans-script`);
  expect(await page.locator('script').count()).toBe(0);
  await page
    .locator('mds-rights-overview')
    .getByRole('link', { name: 'Voir mes droits sur le portail' })
    .click();
  await expect(page).toHaveURL(`${world.portalUrl}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos droits sociaux, au même endroit');
  await expect(page.getByRole('link', { name: /FranceConnect/ }).first()).toBeVisible();
  await context.close();
});
