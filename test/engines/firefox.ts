import type { TagName } from '@mds-kit/contract/tags';
import { expect } from 'playwright/test';
import puppeteer, { ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { readDocument, shownFrame, untilDone, wayTo, type EnginePage } from './page.ts';

/** Firefox's words for what it does with cookies in frames of another site (`network.cookie.cookieBehavior`). */
const COOKIE_BEHAVIOR = {
  /** Each site has its own jar (Total Cookie Protection): what people have who never changed anything. */
  partitioned: 5,
  /** None at all: «Bloquer tous les cookies tierces parties». */
  blocked: 1,
} as const;

export interface FirefoxPage extends EnginePage {
  readonly puppeteer: Page;
  /** Does what takes the window elsewhere, and waits until it has come to this address, with a document of its own. */
  goesTo(url: string, work: () => Promise<void>): Promise<void>;
}

/** Passes on a window of the system's Firefox, driven by WebDriver BiDi, and closes it afterwards. */
export async function withFirefox(
  thirdPartyCookies: keyof typeof COOKIE_BEHAVIOR,
  use: (page: FirefoxPage) => Promise<void>,
): Promise<void> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    headless: true,
    executablePath: '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'network.cookie.cookieBehavior': COOKIE_BEHAVIOR[thirdPartyCookies] },
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1120, height: 900 });
    await use(firefoxPage(page));
  } finally {
    await browser.close();
  }
}

function firefoxPage(page: Page): FirefoxPage {
  async function documentOf(tag: TagName | undefined): Promise<Page | Frame | undefined> {
    if (tag === undefined) return page;
    const found = await page.evaluateHandle(shownFrame, tag);
    return (await found.asElement()?.contentFrame()) ?? undefined;
  }
  // A mark, since puppeteer's own `goto` waits in vain after a page that went on before it was loaded.
  async function goesTo(url: string, work: () => Promise<unknown>): Promise<void> {
    await page.evaluate(() => void (document.documentElement.dataset.left = ''));
    await work();
    await untilDone(async () => {
      const come = await page.evaluate(() => document.documentElement.dataset.left === undefined);
      expect([page.url(), come]).toEqual([url, true]);
    });
  }
  return {
    puppeteer: page,
    goesTo,
    goto: (url) => goesTo(url, () => page.evaluate((address) => location.assign(address), url)),
    url: () => Promise.resolve(page.url()),
    text: async (tag) => (await (await documentOf(tag))?.evaluate(readDocument)) ?? '',
    click: (words, tag) =>
      untilDone(async () => {
        const place = await documentOf(tag);
        const way = await place?.evaluateHandle(wayTo, words);
        if (!(way instanceof ElementHandle)) throw new Error(`There is no link or button “${words}”`);
        await way.click();
      }),
  };
}
