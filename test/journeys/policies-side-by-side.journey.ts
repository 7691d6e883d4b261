import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { build } from 'vite';
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

/** The shell as another build made it: no name in it is the same, hardly a byte stands where it stood. */
async function otherBuild(): Promise<string> {
  const input = fileURLToPath(new URL('../../packages/embed/src/embed.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input } },
  });
  const code = [built].flat().flatMap((result) => ('output' in result ? result.output : []))[0];
  if (code?.type !== 'chunk' || code.code === kitText('embed.js')) throw new Error('Not another build');
  return code.code;
}

test('two builds of the kit on a page: the first stays, and the second says one word, with both versions', async ({
  page,
  guest,
  world,
}) => {
  const warnings = warningsOn(page);
  const other = await otherBuild();
  await page.route('**/kit/0.0.9/embed.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: other,
    }),
  );
  const own = kitLine(world);
  const former = own.replace(/\/kit\/[^/]+\//, '/kit/0.0.9/').replace(/ integrity="[^"]*"/, '');
  const [, version = ''] = /\/kit\/([^/]+)\//.exec(own) ?? [];
  for (const [first, second, stays] of [
    [former, own, '0.0.9'],
    [own, former, version],
  ] as const) {
    warnings.length = 0;
    guest.serve('/', htmlPage(first + second, OVERVIEW));
    await page.goto(`${guest.url}/`);
    await expect(signIn(page)).toBeVisible();
    await expect(page.locator('mds-rights-overview iframe')).toHaveCount(1);
    expect(page.frames().filter((frame) => frame.url().includes('/embed/controller'))).toHaveLength(1);
    const versionOf = () =>
      Reflect.get(customElements.get('mds-rights-overview') ?? {}, 'version') as unknown;
    expect(await page.evaluate(versionOf)).toBe(stays);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('0.0.9');
    expect(warnings[0]).toContain(version);
  }
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
