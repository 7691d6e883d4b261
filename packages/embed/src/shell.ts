import { fire, mounted } from './fire.ts';
import type { FrameInit, ShellMessage } from '@mds-kit/contract/embedding';
import { reservedHeight, TAGS, type TagName } from '@mds-kit/contract/tags';
import { initOnLoad, newFrame } from './frame.ts';
import { isFrameMessage } from './guards.ts';
import type { Page } from './page.ts';
import { quietly } from './quietly.ts';
import { langOf, outwards, surroundingsOf, type Surroundings } from './surroundings.ts';

// The space stands below, so that the page keeps its place while the frame comes and goes above it.
// `medium` is the reader's own text size, by which the frame's widget grows.
const CSS =
  ':host{display:block;position:relative}:host([hidden]){display:none}div{overflow:auto}' +
  'iframe{position:absolute;width:100%;height:100%;border:0;font-size:medium;visibility:hidden}' +
  '.on{visibility:visible}.on+div slot{display:none}';

let sheet: CSSStyleSheet | undefined;

/** Made by script: a `<style>` would need the partner's policy to allow it. */
function styles(): CSSStyleSheet {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(CSS);
  return sheet;
}

/**
 * Puts the widget's frame over the element's own content, once it is ready, and follows what the page changes.
 * Nothing is measured before the page's own layout is done, so that none is forced. Returns the way to take it off.
 */
export function mount(host: HTMLElement, tag: TagName, page: Page): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const space = document.createElement('div');
  const lang = langOf(host);
  const frame = newFrame(page.url(tag, lang));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let told = '';
  let port: MessagePort | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let width = -1;
  let height = 0;
  let failed = false;

  mounted.add(host);
  root.adoptedStyleSheets = [styles()];
  space.append(document.createElement('slot'));
  root.replaceChildren(space);
  page.controller(lang);

  const size = () => {
    // The table is for a text of 16 px.
    const scale = parseFloat(getComputedStyle(frame).fontSize) / 16 || 1;
    const reserved = reservedHeight(tag, width / scale) * scale;
    space.style.minHeight = `${reserved}px`;
    space.style.height = failed ? 'auto' : `${(frame.className && height) || reserved}px`;
  };

  const show = (className: '' | 'on') => {
    clearTimeout(timer);
    frame.className = className;
    size();
  };
  const fail = quietly((code: string) => {
    failed = true;
    show('');
    fire(host, 'mds-error', { code });
  });
  const wait = () => {
    timer = setTimeout(fail, page.patience, 'timeout');
  };

  const receive = quietly(({ data }: MessageEvent<unknown>) => {
    if (!isFrameMessage(data)) return;
    switch (data.type) {
      case 'ready':
        failed = false;
        show('on');
        fire(host, 'mds-ready');
        break;
      case 'resize':
        height = data.height;
        if (frame.className) size();
        break;
      case 'toggle':
        fire(host, 'mds-toggle', { open: data.open });
        break;
      case 'failed':
        fail(data.code);
        break;
      case 'session': // the controller tells it for all
    }
  });

  /** What the frame is to know of the page now. */
  const look = (): Surroundings => {
    const now = surroundingsOf(host, tag);
    told = JSON.stringify(now);
    frame.lang = now.lang;
    frame.title = TAGS[tag].title[now.lang.startsWith('en') ? 'en' : 'fr'];
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

  const start = () => {
    look();
    // Far below, it may wait until it is near: a fund is not asked for what nobody looks at.
    if (host.getBoundingClientRect().top > 2 * innerHeight) frame.loading = 'lazy';
    else wait();
    root.prepend(frame);
  };

  const widths = new ResizeObserver(
    quietly(() => {
      if (host.clientWidth === width) return;
      // Our height may bring a scroll bar, hence another width: looked at in the next turn, or the page would be
      // told of an undelivered notification.
      widths.disconnect();
      requestAnimationFrame(() => widths.observe(host));
      width = host.clientWidth;
      if (!frame.isConnected) start();
      size();
    }),
  );
  const attributes = new MutationObserver(refresh);
  // Pages change language and colours by attributes of all sorts, on any element around; nothing else is observed.
  for (const element of outwards(host)) attributes.observe(element, { attributes: true });
  dark.addEventListener('change', refresh);
  widths.observe(host);

  return () => {
    clearTimeout(timer);
    port?.close();
    attributes.disconnect();
    widths.disconnect();
    dark.removeEventListener('change', refresh);
    mounted.delete(host);
    frame.remove();
  };
}
