import { expect, inWorld as test } from '../journeys/world.ts';
import { withFirefox, type FirefoxPage } from './firefox.ts';
import { sees } from './page.ts';

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
    // The code that comes back in the fragment is off the address at once.
    await page.goesTo(caf, async () => {
      await page.click('S’identifier avec', OVERVIEW);
      await identify(page, 'Camille EXEMPLE', '2 91 03 69 990 991 86');
      await page.click('Non, me redemander');
    });
    await sees(page, '751,95', OVERVIEW);

    // Nobody is signed in on top, nor on another partner's page; but still on the Caf's.
    expect(await sessionOnTop(page, world.widgetsUrl)).toEqual({ status: 'signed-out', cookies: false });
    await page.goto(`${world.msaUrl}/mon-espace`);
    await sees(page, 'Connexion nécessaire', BUBBLE);
    await page.goto(caf);
    await sees(page, '751,95', OVERVIEW);

    await page.goesTo(caf, () => page.click('Se déconnecter', OVERVIEW));
    await sees(page, 'S’identifier avec', OVERVIEW);
    expect(await page.text(OVERVIEW)).not.toContain('Camille');
    await page.click('S’identifier avec', OVERVIEW);
    // FranceConnect forgot too: it asks who one is.
    await sees(page, 'Camille EXEMPLE');
  });
});

test('Firefox without any third-party cookie: is told why, and led to the portal, where signing in works', async ({
  world,
}) => {
  await withFirefox('blocked', async (page) => {
    await page.goto(`${world.cafUrl}/mon-compte`);
    await sees(page, 'Votre navigateur bloque la connexion depuis cette page.', OVERVIEW);
    expect(await page.text(OVERVIEW)).not.toContain('S’identifier avec');

    const portal = `${world.portalUrl}/`;
    await page.goesTo(portal, () => page.click('Se connecter sur le portail', OVERVIEW));
    await page.goesTo(portal, async () => {
      await page.click('S’identifier avec');
      await identify(page, 'Marc FICTIF', '1 84 07 31 990 992 16');
    });
    await sees(page, '545,43');
  });
});
