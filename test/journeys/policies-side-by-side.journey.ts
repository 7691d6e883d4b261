import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { htmlPage, kitLine, kitText, OWN_CONTENT, test } from './guest.ts';
import { expect } from './world.ts';

// What else a partner's page may hold: the kit twice, another version of it, a framework of its own, strict policies.

const OVERVIEW = `<mds-rights-overview>${OWN_CONTENT}</mds-rights-overview>`;
const signIn = (page: Page) => page.frameLocator('mds-rights-overview iframe').locator('a[href*="/start?"]');

/** What the page was warned of. */
function warningsOn(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) warnings.push(message.text());
  });
  return warnings;
}

test('the kit twice on a page: the first stays, and one warning says so', async ({ page, guest, world }) => {
  const warnings = warningsOn(page);
  guest.serve('/', htmlPage(kitLine(world) + kitLine(world, undefined, '?again'), OVERVIEW));
  await page.goto(`${guest.url}/`);
  await expect(signIn(page)).toBeVisible();
  await expect(page.locator('mds-rights-overview iframe')).toHaveCount(1);
  expect(page.frames().filter((frame) => frame.url().includes('/embed/controller'))).toHaveLength(1);
  expect(warnings).toEqual([expect.stringContaining('mds-kit')]);
});

test('two versions of the kit on a page: the first stays, and the warning names both', async ({
  page,
  guest,
  world,
}) => {
  const warnings = warningsOn(page);
  await page.route('**/kit/0.0.9/embed.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: kitText('embed.js'),
    }),
  );
  const former = kitLine(world).replace(/\/kit\/[^/]+\//, '/kit/0.0.9/');
  guest.serve('/', htmlPage(former + kitLine(world), OVERVIEW));
  await page.goto(`${guest.url}/`);
  await expect(signIn(page)).toBeVisible();
  await expect(page.locator('mds-rights-overview iframe')).toHaveCount(1);
  const [, version = ''] = /\/kit\/([^/]+)\//.exec(kitLine(world)) ?? [];
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('0.0.9');
  expect(warnings[0]).toContain(version);
});

test('a page with its own Lit, its own import map, Trusted Types and the strictest policy', async ({
  page,
  guest,
  world,
}) => {
  const map = JSON.stringify({ imports: { 'lit-html': '/lit-html.js' } });
  const hash = createHash('sha256').update(map).digest('base64');
  guest.serve('/lit-html.js', {
    type: 'text/javascript',
    body: readFileSync(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url), 'utf8'),
  });
  guest.serve('/own.js', {
    type: 'text/javascript',
    body: `import { html, render } from 'lit-html';
      render(html\`<p class="own-lit">\${'<b>rendered</b>'} by the page</p>\`, document.querySelector('#own'));`,
  });
  const head = `<script type="importmap">${map}</script>${kitLine(world)}<script type="module" src="/own.js"></script>`;
  guest.serve('/', {
    body: htmlPage(head, `<div id="own"></div>${OVERVIEW}`),
    headers: {
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'self' 'sha256-${hash}' ${world.widgetsUrl}`,
        `frame-src ${world.widgetsUrl}`,
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ].join('; '),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    },
  });
  const warnings = warningsOn(page);
  await page.goto(`${guest.url}/`);
  await expect(page.locator('.own-lit')).toHaveText('<b>rendered</b> by the page');
  await expect(signIn(page)).toBeVisible();
  await expect(page.locator('.own-content')).toBeHidden();
  expect(warnings.filter((warning) => !warning.startsWith('Lit is in dev mode'))).toEqual([]);
});
