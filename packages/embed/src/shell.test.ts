import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { reservedHeight } from '@mds-kit/contract/tags';
import type { Page } from './page.ts';
import { mount } from './shell.ts';
import { Ear, FRAMES, standInPage } from './stand-in.ts';

const TAG = 'mds-rights-bubble';

describe('a tag of the shell', () => {
  let ear: Ear;
  let unmounts: (() => void)[];

  beforeEach(() => {
    ear = new Ear();
    unmounts = [];
  });
  afterEach(() => {
    for (const unmount of unmounts) unmount();
    document.querySelectorAll('.host').forEach((host) => host.remove());
    ear.close();
  });

  /** A tag with content of its own, as a partner writes it. */
  function host(attributes: Record<string, string> = {}): HTMLElement {
    const element = document.createElement('div');
    element.className = 'host';
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const link = document.createElement('a');
    link.href = '#portal';
    link.textContent = 'Mes droits sociaux';
    element.append(link);
    document.body.append(element);
    return element;
  }

  function mounted(page: Page, attributes?: Record<string, string>): HTMLElement {
    const element = host(attributes);
    unmounts.push(mount(element, TAG, page));
    return element;
  }

  const frameOf = (element: HTMLElement) => element.shadowRoot?.querySelector('iframe') ?? null;
  const initOf = (told: { init?: Record<string, unknown> }) => told.init?.type === 'init';
  /** Whether a reader sees the tag's own content. */
  const showsOwn = (element: HTMLElement) => (element.querySelector('a')?.getClientRects().length ?? 0) > 0;
  const showsFrame = (element: HTMLElement) => {
    const frame = frameOf(element);
    return frame !== null && getComputedStyle(frame).visibility === 'visible';
  };
  /** Once what happens before the next picture has happened. */
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  it('keeps its space from the first picture on, and the same once the frame is ready', async () => {
    const element = mounted(standInPage('ready'));
    const reserved = reservedHeight(TAG, element.clientWidth);
    expect(element.getBoundingClientRect().height).to.equal(reserved);
    expect(showsOwn(element)).to.be.true;
    await oneEvent(element, 'mds-ready');
    await drawn();
    expect(element.getBoundingClientRect().height).to.equal(reserved);
    expect(showsOwn(element)).to.be.false;
    expect(showsFrame(element)).to.be.true;
  });

  it('is framed as it should be', async () => {
    const element = mounted(standInPage('silent'), { lang: 'en' });
    await ear.until(initOf);
    const frame = frameOf(element);
    expect(frame?.lang).to.equal('en');
    expect(frame?.referrerPolicy).to.equal('no-referrer');
    expect(frame?.allow).to.equal('clipboard-write');
    expect([...(frame?.sandbox ?? [])]).to.include.members([
      'allow-scripts',
      'allow-same-origin',
      'allow-top-navigation-by-user-activation',
    ]);
    expect(frame?.sandbox.contains('allow-top-navigation')).to.be.false;
    expect(frame?.src.startsWith(FRAMES)).to.be.true;
  });

  it('is called what it says it is, which is for whoever hears the page', async () => {
    const element = mounted(standInPage('ready'));
    await oneEvent(element, 'mds-ready');
    const frame = frameOf(element);
    expect(frame?.title, 'before it is shown').to.equal('Un cadre');
    frame?.contentWindow?.postMessage({ say: { type: 'title', title: 'x'.repeat(99) } }, FRAMES);
    frame?.contentWindow?.postMessage({ say: { type: 'title', title: 'A frame' } }, FRAMES);
    await waitUntil(() => frame?.title !== 'Un cadre');
    expect(frame?.title).to.equal('A frame');
  });

  it('tells the frame once what it needs, and nothing else of the page', async () => {
    document.title = 'CANARY';
    const element = mounted(standInPage('ready'), { domain: 'health', class: 'host', 'data-user': 'CANARY' });
    const { init, origin } = await ear.until(initOf);
    expect(origin).to.equal(location.origin);
    expect(init).to.deep.equal({
      mds: 1,
      type: 'init',
      tag: TAG,
      lang: document.documentElement.lang || 'fr',
      theme: 'light',
      tokens: {},
      attributes: { domain: 'health' },
    });
    await drawn();
    expect(ear.heard.filter(initOf)).to.have.length(1);
    expect(element.isConnected).to.be.true;
  });

  it('follows the page’s language, theme, tokens and its own attributes live', async () => {
    const element = mounted(standInPage('ready'), { domain: 'health' });
    await oneEvent(element, 'mds-ready');
    const update = (key: string, value: unknown) =>
      ear.until(({ received }) => JSON.stringify(received?.[key]) === JSON.stringify(value));

    element.setAttribute('domain', 'family');
    await update('attributes', { domain: 'family' });
    document.body.lang = 'en';
    await update('lang', 'en');
    document.body.style.setProperty('--mds-accent', '#0f6cbd');
    await update('tokens', { '--mds-accent': '#0f6cbd' });
    document.documentElement.style.colorScheme = 'dark';
    await update('theme', 'dark');
    element.setAttribute('theme', 'auto');
    await update('theme', 'auto');
    document.body.removeAttribute('lang');
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
  });

  it('leaves its own content when the frame is not ready in time, and says so', async () => {
    const { error } = console;
    const said: unknown[] = [];
    console.error = (...words) => said.push(...words);
    const element = mounted(standInPage('silent', { patience: 30 }));
    const event = await oneEvent(element, 'mds-error');
    console.error = error;
    expect(event).to.include({ code: 'timeout', bubbles: true, composed: true });
    // To the developer: which frame, and what may keep it out.
    for (const word of [frameOf(element)?.src, location.origin, `frame-src ${FRAMES}`])
      expect(said.join()).to.contain(word);
    expect(showsOwn(element)).to.be.true;
    expect(showsFrame(element)).to.be.false;
  });

  it('shows a frame that is ready late all the same', async () => {
    const element = mounted(standInPage('silent', { patience: 30 }));
    await oneEvent(element, 'mds-error');
    await ear.until(initOf);
    frameOf(element)?.contentWindow?.postMessage({ say: { type: 'ready' } }, FRAMES);
    await oneEvent(element, 'mds-ready');
    expect(showsOwn(element)).to.be.false;
  });

  it('shows its own content again when the frame fails, in full', async () => {
    const element = mounted(standInPage('failing'));
    expect(await oneEvent(element, 'mds-error')).to.include({ code: 'unavailable' });
    expect(showsOwn(element)).to.be.true;
    expect(element.getBoundingClientRect().height).to.equal(reservedHeight(TAG, element.clientWidth));
    const tall = document.createElement('p');
    tall.style.height = '900px';
    element.append(tall);
    expect(element.getBoundingClientRect().height).to.be.greaterThan(900);
  });

  it('grows with the panel that the person opens, and tells the page no more than that', async () => {
    const element = mounted(standInPage('ready'));
    await oneEvent(element, 'mds-ready');
    const toggled = oneEvent(element, 'mds-toggle');
    const say = (word: object) => frameOf(element)?.contentWindow?.postMessage({ say: word }, FRAMES);
    say({ type: 'resize', height: 480 });
    say({ type: 'toggle', open: true, secret: 'CANARY' });
    const event = await toggled;
    expect(event).to.include({ open: true });
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal(['open']);
    expect(element.getBoundingClientRect().height).to.equal(480);
  });

  it('tells the page that a salary is said to be wrong, and nothing of which', async () => {
    const element = mounted(standInPage('ready'));
    await oneEvent(element, 'mds-ready');
    const reported = oneEvent(element, 'mds-report-salary');
    const word = { type: 'report-salary', lineId: 'CANARY', secret: 'CANARY' };
    frameOf(element)?.contentWindow?.postMessage({ say: word }, FRAMES);
    const event = await reported;
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
  });

  it('hears nothing that does not come through its own port', async () => {
    const element = mounted(standInPage('silent'));
    await ear.until(initOf);
    const told: string[] = [];
    for (const type of ['mds-ready', 'mds-toggle', 'mds-error', 'mds-session-change'])
      element.addEventListener(type, () => told.push(type));
    for (const word of [
      { type: 'ready' },
      { type: 'failed', code: 'version' },
      { type: 'toggle', open: true },
    ]) {
      postMessage(word, location.origin);
      element.dispatchEvent(new MessageEvent('message', { data: word }));
      window.dispatchEvent(new MessageEvent('message', { data: word, origin: FRAMES }));
    }
    // The same words from a frame of the right origin that is not its own.
    const look = document.createElement('iframe');
    look.className = 'host';
    look.src = standInPage('ready').url('look-alike', 'fr');
    document.body.append(look);
    await oneEvent(look, 'load');
    look.contentWindow?.postMessage({ type: 'anything' }, FRAMES, [new MessageChannel().port1]);
    await ear.until(({ standIn, init }) => standIn.includes('look-alike') && init !== undefined);
    await drawn();
    expect(told).to.deep.equal([]);
    expect(showsOwn(element)).to.be.true;
  });

  it('ignores what is no word of the protocol', async () => {
    const element = mounted(standInPage('ready'));
    await oneEvent(element, 'mds-ready');
    const before = element.getBoundingClientRect().height;
    const say = (word: unknown) => frameOf(element)?.contentWindow?.postMessage({ say: word }, FRAMES);
    for (const word of [
      { type: 'resize', height: 13 },
      { type: 'resize', height: 1e9 },
      'ready',
      [],
      { type: 'eval' },
    ])
      say(word);
    const toggled = oneEvent(element, 'mds-toggle');
    say({ type: 'toggle', open: false });
    await toggled;
    expect(element.getBoundingClientRect().height).to.equal(before);
    expect(showsFrame(element)).to.be.true;
  });

  it('gives its init to no other origin than the portal’s', async () => {
    const element = mounted(standInPage('ready', { origin: 'https://portal.example', patience: 300 }));
    await oneEvent(element, 'mds-error');
    expect(ear.heard.filter(initOf)).to.deep.equal([]);
  });

  it('shows its own content while its frame is loaded anew, then follows the new document', async () => {
    const element = mounted(standInPage('ready'));
    await oneEvent(element, 'mds-ready');
    const frame = frameOf(element);
    if (frame) frame.src = `${frame.src}&again`;
    await oneEvent(element, 'mds-ready');
    await ear.until((told) => told.standIn.endsWith('&again') && initOf(told));
    expect(showsFrame(element)).to.be.true;
  });

  it('loads no frame far below the fold until it comes near', async () => {
    const far = document.createElement('div');
    far.className = 'host';
    far.style.height = `${innerHeight * 4}px`;
    document.body.append(far);
    const element = mounted(standInPage('ready'));
    await drawn();
    await drawn();
    expect(frameOf(element) === null).to.be.true;
    expect(element.getBoundingClientRect().height).to.equal(reservedHeight(TAG, element.clientWidth));
    element.scrollIntoView();
    await oneEvent(element, 'mds-ready');
  });

  it('leaves nothing behind when it is taken off', async () => {
    const element = mounted(standInPage('silent', { patience: 50 }));
    await ear.until(initOf);
    for (const unmount of unmounts) unmount();
    let late = false;
    element.addEventListener('mds-error', () => (late = true));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(late).to.be.false;
    expect(frameOf(element) === null).to.be.true;
    expect(showsOwn(element)).to.be.true;
  });
});
