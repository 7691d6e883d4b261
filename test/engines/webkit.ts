import { existsSync } from 'node:fs';
import type { TagName } from '@mds-kit/contract/tags';
import * as z from 'zod';
import { withWebKitDriver } from '../runners/webkit-driver.ts';
import { readDocument, shownFrame, untilDone, wayTo, type EnginePage } from './page.ts';
import { WebDriverWindow } from './webdriver.ts';

const MINI_BROWSER = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/** Passes on a window of the system's WebKitGTK, and closes it afterwards. */
export function withWebKit(use: (page: EnginePage) => Promise<void>): Promise<void> {
  return withWebKitDriver(async (port) => {
    const window = await WebDriverWindow.open(port, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    });
    try {
      await use(webKitPage(window));
    } finally {
      await window.close();
    }
  });
}

function webKitPage(window: WebDriverWindow): EnginePage {
  async function enter(tag: TagName | undefined): Promise<boolean> {
    await window.enter();
    if (tag === undefined) return true;
    const frame = await window.find(shownFrame, tag);
    if (frame) await window.enter(frame);
    return frame !== undefined;
  }
  return {
    goto: async (url) => {
      await window.enter();
      await window.goto(url);
    },
    url: () => window.url(),
    text: async (tag) => ((await enter(tag)) ? z.string().parse(await window.run(readDocument)) : ''),
    click: (words, tag) =>
      untilDone(async () => {
        const way = (await enter(tag)) ? await window.find(wayTo, words) : undefined;
        if (!way) throw new Error(`There is no link or button “${words}”`);
        await window.click(way);
      }),
  };
}
