import { expect, inWorld as test } from '../journeys/world.ts';
import { withWebKit } from './webkit.ts';

test.setTimeout(120_000);

const OVERVIEW = 'mds-rights-overview';

// WebKitGTK keeps no `Secure` cookie over http, in a frame or out of it: on this machine it stands for every browser
// that keeps none in frames, and the portal itself cannot be signed in to.

test('WebKit, which keeps no cookie here: is told why, and led to the portal', async ({ world }) => {
  await withWebKit(async (page) => {
    await page.goto(`${world.cafUrl}/mon-compte`);
    await expect
      .poll(() => page.text(OVERVIEW))
      .toContain('Votre navigateur bloque la connexion depuis cette page.');
    expect(await page.text(OVERVIEW)).not.toContain('S’identifier avec');

    await page.click('Se connecter sur le portail', OVERVIEW);
    await expect.poll(() => page.url()).toBe(`${world.portalUrl}/`);
    expect(await page.text()).toContain('Vos droits sociaux, au même endroit');

    // Nor does anybody go round in circles there: who comes back without the cookie is told what to do.
    await page.click('S’identifier avec');
    await page.click('Camille EXEMPLE');
    await page.click('Continuer');
    await expect.poll(() => page.text()).toContain('bloque sans doute les cookies de ce site');
  });
});
