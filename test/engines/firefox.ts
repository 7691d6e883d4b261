import type { TagName } from '@mds-kit/contract/tags';
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
  return {
    puppeteer: page,
    // By the page itself: puppeteer's own `goto` waits in vain after a page that went on before it was loaded.
    goto: async (url) => {
      await page.evaluate((address) => {
        document.documentElement.dataset.left = '';
        location.assign(address);
      }, url);
      await untilDone(async () => {
        const there = await page.evaluate(() => document.documentElement.dataset.left === undefined);
        if (!there || page.url() !== url) throw new Error(`${url} has not come`);
      });
    },
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
