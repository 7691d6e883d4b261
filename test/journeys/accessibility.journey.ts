import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { answerAgreement, chooseIdentity, expect, giveNir, test } from './world.ts';

// axe looks into the portal's cross-origin frames too, so each page is examined as its reader has it, whole.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // RGAA 10.11: at 320 px everything is read without scrolling in two directions.
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

const WIDE = { width: 1120, height: 900 };
const NARROW = { width: 320, height: 640 };

/** Each width and each theme; a full run also takes them crosswise. */
const WAYS = [
  [WIDE, 'light'],
  [NARROW, 'dark'],
  ...(process.env.MDS_FULL
    ? ([
        [WIDE, 'dark'],
        [NARROW, 'light'],
      ] as const)
    : []),
] as const;

for (const [viewport, colorScheme] of WAYS) {
  test(`nothing to object to on the whole way, ${viewport.width} px, ${colorScheme}`, async ({
    page,
    overview,
    world,
  }) => {
    // Every page of the way is examined.
    test.setTimeout(120_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const examine = async () => {
      await expectSound(page);
      await expectNoSidewaysScroll(page);
    };

    await page.goto(`${world.portalUrl}/`);
    await examine();
    await page.goto(`${world.cafUrl}/mon-compte`);
    const signIn = overview.getByRole('link', { name: 'S’identifier avec FranceConnect' });
    await expect(signIn).toBeVisible();
    await examine();

    await signIn.click();
    await chooseIdentity(page, /^Germaine SPÉCIMEN/);
    // Known from the second run on: the number is asked once.
    await expect(page).toHaveURL(/\/nir$|\/mon-compte$/);
    if (page.url().endsWith('/nir')) {
      await examine();
      await giveNir(page, '2 47 04 23 990 996 04');
      await expect(page.getByRole('alert')).toBeVisible();
      await examine();
      await giveNir(page, '2 47 04 23 990 996 03', 'wait');
      await expect(page.getByRole('button', { name: /^Oui,/ })).toBeVisible();
      await examine();
      await answerAgreement(page, 'Non');
    }
    const retirement = overview.locator('mds-rights-bubble[domain="retirement"]');
    await expect(retirement).toContainText('€');
    await retirement.getByRole('button', { name: /Retraite/ }).click();
    await expect(retirement.getByRole('heading', { name: 'Vos démarches' })).toBeVisible();
    await examine();
  });
}
