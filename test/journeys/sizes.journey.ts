import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPage } from '@mds-kit/contract/fixtures/accesses';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import { signedIn } from '@mds-kit/contract/fixtures/session';
import { expect, test, type Page } from 'playwright/test';
import { buildKitIfStale, kitFolder } from '../../.setup/kit.ts';
import { filesOf } from '../sizes/bundles.ts';

const ORIGIN = 'http://sizes.localhost';

/** What the portal would answer to the page; undefined for anything that a ready widget has no reason to ask. */
function answerTo(path: string): unknown {
  if (path === '/v1/session') return signedIn;
  if (path === '/v1/accesses') return firstPage;
  if (path === '/v1/salaries') return twoEmployers;
  if (path === '/v1/catalogue') return catalogue;
  return Object.entries(ready).find(([domain]) => path === `/v1/rights/${domain}`)?.[1];
}

/** Serves the built pages, without a server, and lists the scripts that the browser asks for. */
async function servePages(page: Page, body: string): Promise<string[]> {
  const scripts: string[] = [];
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="fr"><body>${body}</body></html>`,
      });
    }
    if (pathname.startsWith('/v1/')) {
      const json = answerTo(pathname);
      return json === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ json });
    }
    if (!pathname.endsWith('.js')) return route.fulfill({ status: 404 });
    scripts.push(pathname.slice(1));
    const script = readFileSync(join(kitFolder('sizes'), pathname));
    return route.fulfill({ contentType: 'text/javascript', body: script });
  });
  return scripts;
}

for (const [name, tag] of [
  ['rights-bubble', '<mds-rights-bubble domain="health"></mds-rights-bubble>'],
  ['rights-overview', '<mds-rights-overview></mds-rights-overview>'],
  ['access-log', '<mds-access-log></mds-access-log>'],
  ['salary-timeline', '<mds-salary-timeline></mds-salary-timeline>'],
] as const) {
  test(`a ready ${name} has loaded exactly the files that its size counts`, async ({ page }) => {
    const manifest = await buildKitIfStale('sizes');
    const entry = `pages/${name}.js`;
    const scripts = await servePages(page, `${tag}<script type="module" src="/${entry}"></script>`);
    await page.addInitScript(() => {
      document.addEventListener('mds-ready', () => document.documentElement.setAttribute('data-ready', ''));
    });
    await page.goto(ORIGIN);
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await expect(page.getByText('Réessayer')).toHaveCount(0);
    await page.waitForLoadState('networkidle');

    expect([...new Set(scripts)].sort()).toEqual(filesOf(entry, manifest));
  });
}
