import { fire, mounted } from './fire.ts';
import type { FrameInit, ShellMessage } from '@mds-kit/contract/embedding';
import { TAGS, type TagName } from '@mds-kit/contract/tags';
import { initOnLoad, newFrame } from './frame.ts';
import { isFrameMessage } from './guards.ts';
import type { Page } from './page.ts';
import { quietly } from './quietly.ts';
import { langOf, outwards, surroundingsOf, type Surroundings } from './surroundings.ts';

const sheets: Partial<Record<TagName, CSSStyleSheet>> = {};

/**
 * Keeps the space of the tag's table by rules alone: a float as high as the row for this width, so that neither
 * measuring nor moving is needed (what an observer sets after layout counts as a shift). `medium` is the reader's own
 * text size, with which the widget in the frame grows. Made by script: a `<style>` would need the partner's policy.
 */
function sheetOf(tag: TagName): CSSStyleSheet {
  let sheet = sheets[tag];
  if (!sheet) {
    sheets[tag] = sheet = new CSSStyleSheet();
    let css =
      ':host{display:block;position:relative;container-type:inline-size}:host([hidden]){display:none}' +
      'iframe{position:absolute;width:100%;height:100%;border:0;visibility:hidden}div{display:flow-root}' +
      'div::before{content:"";float:left;font-size:medium}' +
      '.on{visibility:visible}.on+div{overflow:hidden}.on+div slot{display:none}';
    for (const [width, height] of TAGS[tag].reserve)
      css += `@container(min-width:${width}px){div::before{height:${height / 16}em}}`;
    sheet.replaceSync(css);
  }
  return sheet;
}

/**
 * Puts the widget's frame over the element's own content, once it is ready, and follows what the page changes.
 * Returns the way to take it off.
 */
export function mount(host: HTMLElement, tag: TagName, page: Page): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // Stands below the frame, so that the page keeps its place while that comes and goes.
  const space = document.createElement('div');
  const lang = langOf(host);
  const frame = newFrame(page.url(tag, lang));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let told = '';
  let port: MessagePort | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let height = 0;

  mounted.add(host);
  root.adoptedStyleSheets = [sheetOf(tag)];
  space.append(document.createElement('slot'));
  root.replaceChildren(space);
  page.controller(lang);

  const show = (className: '' | 'on') => {
    frame.className = className;
    space.style.height = className && height ? `${height}px` : '';
  };
  const fail = quietly((code: string) => {
    clearTimeout(timer);
    show('');
    fire(host, 'mds-error', { code });
  });
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Nobody else tells the developer: what a frame was refused for is hidden from the page.
      console.error(
        `[mds-kit] no answer from ${frame.src}: is ${location.origin} registered, and frame-src ${page.origin} allowed?`,
      );
      fail('timeout');
    }, page.patience);
  };

  const receive = quietly(({ data }: MessageEvent<unknown>) => {
    if (!isFrameMessage(data)) return;
    switch (data.type) {
      case 'ready':
        clearTimeout(timer);
        show('on');
        fire(host, 'mds-ready');
        break;
      case 'title':
        frame.title = data.title;
        break;
      case 'resize':
        height = data.height;
        if (frame.className) show('on');
        break;
      case 'toggle':
        fire(host, 'mds-toggle', { open: data.open });
        break;
      case 'report-salary':
        fire(host, 'mds-report-salary');
        break;
      case 'failed':
        fail(data.code);
        break;
      case 'session':
      case 'challenge': // the controller says them for all
    }
  });

  /** What the frame is to know of the page now. */
  const look = (): Surroundings => {
    const now = surroundingsOf(host);
    told = JSON.stringify(now);
    frame.lang = now.lang;
    // A frame whose scheme is not its element's is drawn on an opaque ground.
    frame.style.colorScheme = now.theme === 'auto' ? 'light dark' : now.theme;
    return now;
  };
  const refresh = quietly(() => {
    const before = told;
    const now = look();
    if (told !== before) port?.postMessage({ type: 'update', ...now } satisfies ShellMessage);
  });

  initOnLoad(frame, page.origin, (newPort) => {
    port?.close();
    port = newPort;
    port.onmessage = receive;
    show('');
    wait();
    return { mds: 1, type: 'init', tag, ...look() } satisfies FrameInit;
  });

  // Loaded when it is near: a fund is not asked for what nobody looks at. What is looked at then is laid out already.
  const nearby = new IntersectionObserver(
    quietly(([entry]) => {
      if (!entry?.isIntersecting) return;
      nearby.disconnect();
      look();
      wait();
      root.prepend(frame);
    }),
    // Of the page, and of what scrolls inside it (where browsers know the word; for the page they add up).
    { rootMargin: '50%', scrollMargin: '50%' },
  );
  const attributes = new MutationObserver(refresh);
  // Pages change language and colours by attributes of all sorts, on any element around; nothing else is observed.
  for (const element of outwards(host)) attributes.observe(element, { attributes: true });
  dark.addEventListener('change', refresh);
  nearby.observe(host);

  return () => {
    clearTimeout(timer);
    port?.close();
    attributes.disconnect();
    nearby.disconnect();
    dark.removeEventListener('change', refresh);
    mounted.delete(host);
    frame.remove();
  };
}
