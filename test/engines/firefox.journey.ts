import { expect, inWorld as test } from '../journeys/world.ts';
import { withFirefox, type FirefoxPage } from './firefox.ts';

// What engines differ in: cookies of a frame, and whether they outlive a way across three sites and back.

// Firefox takes its time to start on a machine that is busy.
test.setTimeout(120_000);

const OVERVIEW = 'mds-rights-overview';
const BUBBLE = 'mds-rights-bubble';

/** FranceConnect's pages, then the portal's own. */
async function identify(page: FirefoxPage, name: string, nir: string): Promise<void> {
  await page.click(name);
  await page.click('Continuer');
  await page.puppeteer.locator('input[name="nir"]').fill(nir);
  await page.click('Valider mon numéro');
}

/** Whose session the widgets' origin knows, asked by a page of that origin which is on top, in no frame. */
async function sessionOnTop(page: FirefoxPage, widgetsUrl: string): Promise<unknown> {
  await page.goto(`${widgetsUrl}/embed/mds-sign-in?partner=caf-exemple`);
  return page.puppeteer.evaluate(async () => {
    const answer = await fetch('/v1/session', { headers: { 'Mds-Partner': 'caf-exemple' } });
    return (await answer.json()) as unknown;
  });
}

test('Firefox: signs in from the Caf’s page and back, in the Caf’s own partition alone, and out again', async ({
  world,
}) => {
  await withFirefox('partitioned', async (page) => {
    const caf = `${world.cafUrl}/mon-compte`;
    await page.goto(caf);
    await page.click('S’identifier avec', OVERVIEW);
    await identify(page, 'Camille EXEMPLE', '2 91 03 69 990 991 86');
    await page.click('Non, me redemander');
    await expect.poll(() => page.text(OVERVIEW), 'rights, in the frame').toContain('751,95');
    expect(await page.url(), 'the code is off the address').toBe(caf);

    expect(await sessionOnTop(page, world.widgetsUrl)).toEqual({ status: 'signed-out', cookies: false });
    await page.goto(`${world.msaUrl}/mon-espace`);
    await expect
      .poll(() => page.text(BUBBLE), 'nor on another partner’s page')
      .toContain('Connexion nécessaire');

    await page.goto(caf);
    await expect.poll(() => page.text(OVERVIEW), 'the session is still the Caf’s').toContain('751,95');
    await page.click('Se déconnecter', OVERVIEW);
    await expect.poll(() => page.text(OVERVIEW)).toContain('S’identifier avec');
    expect(await page.url()).toBe(caf);
    expect(await page.text(OVERVIEW)).not.toContain('Camille');
    await page.click('S’identifier avec', OVERVIEW);
    await expect.poll(() => page.text(), 'FranceConnect forgot too').toContain('Camille EXEMPLE');
  });
});

test('Firefox without any third-party cookie: is told why, and led to the portal, where signing in works', async ({
  world,
}) => {
  await withFirefox('blocked', async (page) => {
    await page.goto(`${world.cafUrl}/mon-compte`);
    await expect
      .poll(() => page.text(OVERVIEW))
      .toContain('Votre navigateur bloque la connexion depuis cette page.');
    expect(await page.text(OVERVIEW)).not.toContain('S’identifier avec');

    await page.click('Se connecter sur le portail', OVERVIEW);
    await expect.poll(() => page.url()).toBe(`${world.portalUrl}/`);
    await page.click('S’identifier avec');
    await identify(page, 'Marc FICTIF', '1 84 07 31 990 992 16');
    await expect.poll(() => page.text()).toContain('545,43');
    expect(await page.url()).toBe(`${world.portalUrl}/`);
  });
});
