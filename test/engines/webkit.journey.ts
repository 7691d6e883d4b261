import { expect, inWorld as test } from '../journeys/world.ts';
import { sees } from './page.ts';
import { withWebKit } from './webkit.ts';

test.setTimeout(120_000);

const OVERVIEW = 'mds-rights-overview';

// WebKitGTK keeps no `Secure` cookie over http, in a frame or out of it: on this machine it stands for every browser
// that keeps none in frames, and the portal itself cannot be signed in to.

test('WebKit, which keeps no cookie here: is told why, and led to the portal', async ({ world }) => {
  await withWebKit(async (page) => {
    await page.goto(`${world.cafUrl}/mon-compte`);
    await sees(page, 'Votre navigateur bloque la connexion depuis cette page.', OVERVIEW);
    expect(await page.text(OVERVIEW)).not.toContain('S’identifier avec');

    await page.click('Se connecter sur le portail', OVERVIEW);
    await sees(page, 'Vos droits sociaux, au même endroit');
    expect(await page.url()).toBe(`${world.portalUrl}/`);

    // Nor does anybody go round in circles there: who comes back without the cookie is told what to do.
    await page.click('S’identifier avec');
    await page.click('Camille EXEMPLE');
    await page.click('Continuer');
    await sees(page, 'bloque sans doute les cookies de ce site');
  });
});
