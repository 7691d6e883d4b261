import { expect, oneEvent } from '@open-wc/testing';
import { settingsOf } from './page.ts';
import type {} from './stand-in-host.ts';

const CODE = 'c'.repeat(43);

describe('the script on a page with the strictest policy, loaded twice', () => {
  let frame: HTMLIFrameElement;

  before(async () => {
    frame = document.createElement('iframe');
    frame.width = '900';
    frame.height = '900';
    frame.src = new URL(`stand-in-host.html#mds-handover=${CODE}`, import.meta.url).href;
    const loaded = oneEvent(frame, 'load');
    document.body.append(frame);
    await loaded;
    while (!frameIn('mds-sign-in')) await new Promise((resolve) => page().requestAnimationFrame(resolve));
  });
  after(() => frame.remove());

  function page(): Window {
    if (!frame.contentWindow) throw new Error('The page is gone');
    return frame.contentWindow;
  }
  const all = (selector: string) => [...page().document.querySelectorAll<HTMLElement>(selector)];
  const frameIn = (tag: string) => all(tag)[0]?.shadowRoot?.querySelector('iframe');

  it('frames its tags, with one controller in the body', () => {
    expect(frameIn('mds-rights-overview')?.getAttribute('src')).to.equal(
      `${location.origin}/embed/mds-rights-overview?partner=caf-exemple&lang=fr`,
    );
    expect(frameIn('mds-sign-in') != null).to.be.true;
    const controllers = all('body > iframe').map((found) => found.getAttribute('src'));
    expect(controllers).to.deep.equal([`${location.origin}/embed/controller?partner=caf-exemple&lang=fr`]);
  });

  it('keeps space, without a style attribute having been allowed', () => {
    expect(all('mds-sign-in')[0]?.getBoundingClientRect().height).to.be.greaterThan(100);
    expect(page().noted?.violations).to.deep.equal([]);
  });

  it('takes the handover code off the address', () => {
    expect(page().location.hash).to.equal('');
  });

  it('is silent as a second copy, but for one warning that names both versions', () => {
    expect(page().noted?.warnings).to.have.length(1);
    expect(page().noted?.warnings[0]?.match(/\b0\.1\.0\b/g)).to.have.length(2);
  });

  it('loads a frame anew when asked to', () => {
    const [tag] = all('mds-sign-in') as (HTMLElement & { retry?: () => void })[];
    const before = frameIn('mds-sign-in');
    tag?.retry?.();
    expect(before?.isConnected).to.be.false;
    expect(tag?.shadowRoot?.querySelector('slot') != null).to.be.true;
  });

  it('throws nothing into the page', () => {
    expect(page().noted?.errors).to.deep.equal([]);
  });
});

describe('the script’s own tag', () => {
  const { error } = console;
  let said: unknown[] = [];
  beforeEach(() => {
    said = [];
    console.error = (...words) => said.push(...words);
  });
  afterEach(() => {
    console.error = error;
    document.querySelectorAll('script[data-test]').forEach((script) => script.remove());
  });

  function tag(src: string, attributes: Record<string, string>): void {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.src = src;
    script.dataset.test = '';
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    document.head.append(script);
  }

  it('is found by the address of the module, not by its place', () => {
    tag('https://widgets.example/kit/1/embed.js', { 'data-partner': 'first' });
    tag('https://widgets.example/kit/2/embed.js', { 'data-partner': 'second', 'data-return': 'compte' });
    expect(settingsOf('https://widgets.example/kit/2/embed.js')).to.include({
      partner: 'second',
      return: 'compte',
    });
    expect(said).to.deep.equal([]);
  });

  it('is no element that a page calls `scripts`', () => {
    tag('https://widgets.example/kit/1/embed.js', { 'data-partner': 'first' });
    const images = [1, 2].map(() => {
      const image = document.createElement('img');
      image.setAttribute('name', 'scripts');
      image.src = 'https://widgets.example/kit/1/embed.js';
      image.dataset.ticketUrl = '/elsewhere';
      return image;
    });
    document.body.prepend(...images);
    const { partner, ticketUrl } = settingsOf('https://widgets.example/kit/1/embed.js');
    for (const image of images) image.remove();
    expect([partner, ticketUrl]).to.deep.equal(['first', undefined]);
  });

  it('is missed with a word to the developer', () => {
    tag('https://widgets.example/kit/1/embed.js', {});
    expect(settingsOf('https://widgets.example/kit/1/embed.js').partner).to.be.undefined;
    expect(said.join()).to.match(/data-partner/);
  });
});
