import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagToPaste } from '../partners/add-partner.ts';
import { SIGN_IN_FAILURES, signInFailure } from '../sign-in/failures.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { Frame, goThroughFranceConnect, typeNirAndRead } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';
import { hoursInWords } from './words.ts';

let world: World;
let browser: Browser;
let caf: Frame;

beforeAll(async () => {
  world = await startWorld({ MDS_SUPPORT_HOURS: '1-5 08:30-18:30, 6-6 09:00-12:00' });
  browser = world.browser();
  caf = new Frame(browser, world, 'caf-exemple');
});
afterAll(() => world.close());

/** What is read of a page: its text, its title, and the texts of its attributes. */
const wordsOf = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<(script|style).*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*?(?: (?:title|aria-label)="([^"]*)")?[^>]*>/g, (_tag, text: string | undefined) =>
      text === undefined ? '' : `\n${text}\n`,
    )
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#39;', "'");

/** Typographic apostrophes, and spaces that do not break before `: ; ? ! » €` and after `«`. */
function expectFrench(text: string): void {
  expect(text).not.toMatch(/\p{L}'\p{L}/u);
  expect(text).not.toMatch(/[\p{L}\p{N})»’…][ \n]+[:;?!»€]/u);
  expect(text).not.toMatch(/«[ \n]/u);
  expect(text).not.toMatch(/[\p{L}\p{N}][:;?!»](?![\p{L}\p{N}/])/u);
}

const page = (path: string) => browser.ask(world.portal.portalUrl + path);

describe('the portal’s French', () => {
  it('is set as French is set, on every page that the portal shows by itself', async () => {
    const answers: Answer[] = [];
    for (const path of ['/', '/nope', '/salaries', '/start', '/callback', '/nir', '/signed-out'])
      answers.push(await page(path));
    await goThroughFranceConnect(browser, await caf.startUrl());
    answers.push(await page('/nir'));
    const numbers = ['', 'x', '2910369990991', '2', '991036999099186', '291136999099186', '291030099099186'];
    // Another year, month, sex and country than hers; a wrong order; a wrong key; a whole page.
    numbers.push('185059999099125', '291036999000086', '291036999099187', '2'.repeat(200));
    for (const nir of numbers) answers.push(await typeNirAndRead(browser, world, { nir }));
    const again = await typeNirAndRead(browser, world, { nir: '291036999099186' });
    answers.push(again);
    expect(again.text).toContain('Continuer vers');
    expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
    for (const { text } of answers) expectFrench(wordsOf(text));
  });

  it('is so in every failure of a sign-in, and in the lines that a partner pastes', () => {
    for (const code of SIGN_IN_FAILURES) {
      const { title, words } = signInFailure(code, {});
      const texts = [title, ...words].filter((text) => typeof text === 'string');
      expect(texts).toHaveLength(1 + words.length);
      for (const text of texts) expectFrench(text);
    }
    const partner = {
      id: 'a',
      name: 'A',
      origins: [],
      returns: [],
      state: 'active',
      inPage: false,
      contacts: [],
    } as const;
    const tag = tagToPaste(
      { ...partner, origins: [], returns: [], contacts: [] },
      { script: { url: '', integrity: '' }, style: { url: '', integrity: '' }, portalOrigin: '' },
    );
    expectFrench(wordsOf(tag));
  });

  it('never parts the two halves of a telephone number, nor a list of hours from its semicolon', async () => {
    const { text } = await page('/');
    expect(text).toContain('<a href="tel:3939">39\u00a039</a>');
    expect(text).toContain(
      'de 8\u00a0h\u00a030 à 18\u00a0h\u00a030\u00a0; le samedi, de 9\u00a0h à 12\u00a0h.',
    );
    expect(hoursInWords([])).toBe('');
  });
});
