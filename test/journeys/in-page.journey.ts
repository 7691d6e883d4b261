import { readManifest } from '../../.setup/kit.ts';
import { citizenByLogin } from '@mds-kit/sandbox/citizens';
import { signInAs } from './canaries.ts';
import { htmlPage, OWN_CONTENT, test } from './guest.ts';
import { expect, GUEST } from './world.ts';

// By convention, a fund may show the tags in its page itself. Its page then asks the portal from its own origin (CORS).

test('a fund with the convention shows rights in its own page, from signing in to signing out', async ({
  page,
  world,
}) => {
  const who = citizenByLogin('ange');
  if (!who) throw new Error('The sandbox has lost Ange');
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await page.goto(`${world.cpamUrl}/mon-compte`);
  const bubble = page.locator('mds-rights-bubble');
  await expect(page.locator('iframe')).toHaveCount(0);
  await bubble.locator('a[href*="/start?"]').click();
  await signInAs(page, who, `${world.cpamUrl}/mon-compte`);

  await expect(bubble.locator('[part~="sign-out"]')).toBeVisible();
  await bubble.locator('button[aria-expanded="false"]').click();
  await expect(bubble.locator('[part~="panel"]')).toContainText(/CPAM|Assurance maladie|santé/i);
  // The code came in the fragment, and is in no address any more.
  expect(addresses.join('\n')).toContain(`${world.cpamUrl}/mon-compte#mds-handover=`);
  expect(page.url()).toBe(`${world.cpamUrl}/mon-compte`);
  // The session is a cookie that no script reads, here as in a frame; it outlives the page.
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.reload();
  await expect(bubble.locator('[part~="sign-out"]')).toBeVisible();

  await bubble.locator('[part~="sign-out"]').click();
  await expect(page).toHaveURL(`${world.cpamUrl}/mon-compte`);
  await expect(bubble.locator('a[href*="/start?"]')).toBeVisible();
  await page.reload();
  await expect(bubble.locator('a[href*="/start?"]')).toBeVisible();
});

test('a partner without the convention is refused, and so is one that takes another’s name: nobody can sign in there', async ({
  page,
  guest,
  world,
}) => {
  const manifest = readManifest();
  const name = 'elements/rights-bubble.js';
  const src = `${world.widgetsUrl}/kit/${manifest?.version ?? ''}/${name}`;
  for (const partner of [GUEST, 'cpam-exemple']) {
    const script = `<script type="module" src="${src}" crossorigin="anonymous" data-partner="${partner}" data-return="page"></script>`;
    guest.serve(
      '/',
      htmlPage(script, `<mds-rights-bubble domain="health">${OWN_CONTENT}</mds-rights-bubble>`),
    );
    const refused = page.waitForEvent('requestfailed', (request) => request.url().includes('/v1/'));
    await page.goto(`${guest.url}/`);
    expect(new URL((await refused).url()).origin).toBe(world.widgetsUrl);
    const bubble = page.locator('mds-rights-bubble');
    await expect(bubble).toContainText('Nous n’avons pas pu joindre le portail');
    await expect(bubble.locator('a[href*="/start?"]')).toHaveCount(0);
  }
});
