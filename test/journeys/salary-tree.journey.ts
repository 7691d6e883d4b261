/**
 * What people who listen to the timeline are told, as Chromium's accessibility tree: reviewed as text beside this file.
 * A change is looked at in the diff of `salary-tree.journey.ts-snapshots`, and written by `--update-snapshots`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import {
  irregular,
  nothingDeclared,
  salariesNotAnswering,
  sharedPayment,
  tenMissions,
  twoEmployers,
} from '@mds-kit/contract/fixtures/salaries';
import { signedIn } from '@mds-kit/contract/fixtures/session';
import type { Salaries } from '@mds-kit/contract/salaries';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { buildKitIfStale, kitFolder } from '../../.setup/kit.ts';

const ORIGIN = 'http://tree.localhost';

/** The built page with its portal in the test, and the timeline once it is ready. */
async function shown(page: Page, salaries: Salaries, lang = 'fr'): Promise<Locator> {
  await buildKitIfStale('sizes');
  const answers: Readonly<Record<string, unknown>> = {
    '/v1/session': signedIn,
    '/v1/salaries': salaries,
    '/v1/catalogue': catalogue,
  };
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="${lang}"><body><mds-salary-timeline></mds-salary-timeline><script type="module" src="/pages/salary-timeline.js"></script></body></html>`,
      });
    if (pathname in answers) return route.fulfill({ json: answers[pathname] });
    if (!pathname.endsWith('.js')) return route.fulfill({ status: 404 });
    const body = readFileSync(join(kitFolder('sizes'), pathname));
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.addInitScript(() => {
    document.addEventListener('mds-ready', () => document.documentElement.setAttribute('data-ready', ''));
  });
  await page.goto(ORIGIN);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await page.waitForLoadState('networkidle');
  return page.locator('mds-salary-timeline');
}

const tree = async (timeline: Locator) => `${await timeline.ariaSnapshot()}\n`;

for (const [name, salaries] of [
  ['two-employers', twoEmployers],
  ['ten-missions', tenMissions],
  ['gaps-and-corrections', irregular],
  ['shared-payment', sharedPayment],
  ['nothing-declared', nothingDeclared],
  ['not-answering', salariesNotAnswering],
] as const)
  test(`the salary timeline tells listeners of ${name}`, async ({ page }) => {
    expect(await tree(await shown(page, salaries))).toMatchSnapshot(`${name}.txt`);
  });

test('the salary timeline tells listeners of an open month, and why its figures differ', async ({ page }) => {
  const timeline = await shown(page, twoEmployers);
  const april = timeline.getByRole('gridcell', { name: 'Avril 2026' }).first();
  await april.focus();
  await page.keyboard.press('Enter');
  await expect(timeline.getByRole('status')).toHaveText(/Avril 2026/);
  expect(await tree(timeline.getByRole('region', { name: 'Avril 2026' }))).toMatchSnapshot('open-month.txt');
  await timeline.getByRole('button', { name: 'Signaler une erreur' }).click();
  const why = timeline.getByRole('region', { name: 'Comprendre ces montants' });
  await expect(why.getByRole('heading')).toBeFocused();
  expect(await tree(why)).toMatchSnapshot('explanation.txt');
});

test('the salary timeline tells listeners the same in English', async ({ page }) => {
  expect(await tree(await shown(page, twoEmployers, 'en'))).toMatchSnapshot('english.txt');
});
