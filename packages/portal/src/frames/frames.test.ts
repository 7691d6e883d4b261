import { expect, oneEvent } from '@open-wc/testing';
import { controllerFrame } from '@mds-kit/embed/controller-frame';
import type { Page } from '@mds-kit/embed/page';
import { mount } from '@mds-kit/embed/shell';
import type { FrameInit } from '@mds-kit/contract/embedding';
import type { TagName } from '@mds-kit/contract/tags';

/** The test runner answers on both names of this machine, which browsers hold for two sites. */
const WIDGETS = location.origin.replace('127.0.0.1', 'localhost');
const CODE = 'c'.repeat(43);

interface Told {
  readonly run: string;
  readonly from: string;
  readonly asked?: string;
  readonly painted?: string;
  readonly up?: true;
}

declare global {
  interface Window {
    post?: (target: Window, message: unknown, origin: string, port: MessagePort) => Promise<void>;
  }
}

/** Documents of an earlier test may still be heard. */
let run = 0;

function documentUrl(name: string, more = ''): string {
  const file = `stand-in-${/^(controller|ticket)$/.test(name) ? name : 'frame'}-document.html`;
  return new URL(`${file}?name=${name}&run=${run}${more}`, import.meta.url.replace(location.origin, WIDGETS))
    .href;
}

describe('frame documents', () => {
  let heard: Told[];
  let undo: (() => void)[];
  const hear = ({ data, origin }: MessageEvent<Told>) => {
    if (origin === WIDGETS && data.run === String(run)) heard.push(data);
  };

  beforeEach(() => {
    run++;
    heard = [];
    undo = [];
    addEventListener('message', hear);
  });
  afterEach(() => {
    for (const step of undo) step();
    document.querySelectorAll('iframe, .host').forEach((element) => element.remove());
    removeEventListener('message', hear);
  });

  async function until(wanted: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const found = heard.find(wanted);
      if (found) return found;
      await oneEvent(window, 'message');
    }
  }
  const asked = (what: string) => heard.filter((told) => told.asked === what).length;

  interface Partner {
    readonly element: (tag: TagName, attributes?: Record<string, string>) => HTMLElement;
    readonly signOut: () => Promise<void>;
  }

  /** A partner's page with the shell; `more` goes into the address of its frames. */
  function partner({
    more = '',
    handover,
    ticketUrl,
  }: Partial<Record<'more' | 'handover' | 'ticketUrl', string>> = {}): Partner {
    const url: Page['url'] = (name) => documentUrl(name, more);
    const controller = controllerFrame(
      { origin: WIDGETS, url, patience: 8000 },
      handover,
      'mon-compte',
      ticketUrl,
    );
    const page: Page = { origin: WIDGETS, version: '1', patience: 8000, url, controller };
    return {
      signOut: () => controller('fr')(),
      element(tag, attributes = {}) {
        const host = document.createElement('div');
        host.className = 'host';
        for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
        document.body.append(host);
        undo.push(mount(host, tag, page));
        return host;
      },
    };
  }

  const frameOf = (element: HTMLElement): Window => {
    const window = element.shadowRoot?.querySelector('iframe')?.contentWindow;
    if (!window) throw new Error('no frame');
    return window;
  };
  const painted = (from: TagName) => until((told) => told.from === from && told.painted !== undefined);

  it('show rights that the controller alone asked for, each once for all frames', async () => {
    const page = partner({ more: '&signed-in' });
    page.element('mds-rights-overview');
    page.element('mds-rights-bubble', { domain: 'health' });
    await painted('mds-rights-overview');
    const bubble = await painted('mds-rights-bubble');
    expect(bubble.painted).to.contain('Santé');
    expect(heard.filter((told) => told.asked).every(({ from }) => from === 'controller')).to.be.true;
    expect(asked('GET /v1/session')).to.equal(1);
    expect(asked('GET /v1/rights/health')).to.equal(1);
    expect(asked('GET /v1/rights/employment')).to.equal(1);
  });

  it('tell the page that the person says a salary is wrong, and keep to themselves which', async () => {
    const page = partner({ more: '&signed-in&press=[part=report]' });
    const element = page.element('mds-salary-timeline');
    const event = await oneEvent(element, 'mds-report-salary');
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
  });

  it('redeem the handover code before any frame is told whose session it is', async () => {
    const page = partner({ handover: CODE });
    page.element('mds-rights-bubble', { domain: 'family' });
    await until((told) => told.asked === 'GET /v1/rights/family');
    const order = heard.flatMap((told) => told.asked ?? []);
    expect(order.slice(0, 2)).to.deep.equal(['POST /v1/session', 'GET /v1/session']);
  });

  it('say that signing in failed, then how things are', async () => {
    const page = partner({ handover: CODE, more: '&refused' });
    page.element('mds-rights-bubble', { domain: 'family' });
    const { painted: text } = await painted('mds-rights-bubble');
    expect(text).to.contain('Réessayer');
    await until((told) => told.asked === 'POST /v1/session');
    expect(asked('GET /v1/session')).to.equal(0);
  });

  describe('on a page whose fund gives tickets', () => {
    /** The fund's server leads on to the portal, which a test runner's cannot: the frame begins where it was led to. */
    const ledTo = (hash: string) => {
      const controllerAndTicket = () => [...document.querySelectorAll<HTMLIFrameElement>('body > iframe')];
      const observer = new MutationObserver(() => {
        const [, frame] = controllerAndTicket();
        if (!frame) return;
        observer.disconnect();
        frame.src = documentUrl('ticket', '') + hash;
      });
      observer.observe(document.body, { childList: true });
      undo.push(() => observer.disconnect());
    };

    it('enter by the ticket before any frame is told that nobody is signed in', async () => {
      ledTo(`#mds-ticket=${CODE}`);
      const page = partner({ ticketUrl: '/ticket', more: '&tickets' });
      page.element('mds-rights-bubble', { domain: 'family' });
      page.element('mds-rights-bubble', { domain: 'health' });
      const { painted: text } = await painted('mds-rights-bubble');
      expect(text).not.to.contain('Connexion nécessaire');
      expect(asked('POST /v1/session')).to.equal(1);
    });

    it('show the sign-in button where the fund gives none', async () => {
      ledTo('');
      const page = partner({ ticketUrl: '/ticket', more: '&tickets' });
      page.element('mds-rights-bubble', { domain: 'family' });
      const { painted: text } = await painted('mds-rights-bubble');
      expect(text).to.contain('Connexion nécessaire');
      expect(asked('POST /v1/session')).to.equal(0);
    });
  });

  it('follow the page: another domain is asked for at once', async () => {
    const page = partner({ more: '&signed-in' });
    const element = page.element('mds-rights-bubble', { domain: 'family' });
    await painted('mds-rights-bubble');
    element.setAttribute('domain', 'housing');
    await until((told) => told.asked === 'GET /v1/rights/housing');
  });

  it('leave their place to the page where a bubble has no domain of ours, until it has', async () => {
    const page = partner({ more: '&signed-in' });
    const element = page.element('mds-rights-bubble', { domain: 'sante' });
    expect(await oneEvent(element, 'mds-error')).to.include({ code: 'unavailable' });
    element.setAttribute('domain', 'health');
    await oneEvent(element, 'mds-ready');
    await until((told) => told.asked === 'GET /v1/rights/health');
  });

  it('end the session when the page ends its own, in every frame', async () => {
    const page = partner({ more: '&signed-in' });
    const element = page.element('mds-rights-bubble', { domain: 'health' });
    await painted('mds-rights-bubble');
    heard = [];
    const told = oneEvent(element, 'mds-session-change');
    await page.signOut();
    await until(({ painted: text }) => text?.includes('Camille') === false);
    expect(await told).to.include({ signedIn: false });
  });

  it('come back after the controller was taken off the page', async () => {
    const page = partner({ more: '&signed-in' });
    const element = page.element('mds-rights-bubble', { domain: 'health' });
    await painted('mds-rights-bubble');
    document.querySelector('body > iframe')?.remove();
    heard = [];
    page.element('mds-sign-in');
    await until((told) => told.from === 'controller' && told.up === true);
    element.setAttribute('domain', 'family');
    await until((told) => told.asked === 'GET /v1/rights/family');
  });

  describe('before a stranger', () => {
    const init = (tag: TagName): FrameInit => ({
      mds: 1,
      type: 'init',
      tag,
      lang: 'fr',
      theme: 'light',
      tokens: {},
      attributes: { domain: 'health' },
    });

    /** A frame of the page that nobody has spoken to yet. */
    async function bare(name: string, more = '&signed-in'): Promise<Window> {
      const frame = document.createElement('iframe');
      frame.src = documentUrl(name, more);
      document.body.append(frame);
      await until((told) => told.from === name && told.up === true);
      if (!frame.contentWindow) throw new Error('no frame');
      return frame.contentWindow;
    }
    /** A port whose other end is given away, and everything that comes out of it. */
    function port(): [MessagePort, unknown[]] {
      const { port1, port2 } = new MessageChannel();
      const received: unknown[] = [];
      port1.onmessage = ({ data }) => received.push(data);
      return [port2, received];
    }
    /** Long enough for an answer to a message that is none to have come: the same round trip, by a heard one. */
    async function roundTrip(frame: Window, tag: TagName): Promise<void> {
      const [end, received] = port();
      frame.postMessage(init(tag), WIDGETS, [end]);
      while (!received.length) await oneTurn();
    }

    it('frames hear only the page that holds them', async () => {
      const frame = await bare('mds-rights-bubble');
      const poster = document.createElement('iframe');
      poster.src = new URL('stand-in-poster.html', import.meta.url).href;
      document.body.append(poster);
      await oneEvent(poster, 'load');
      const [end, received] = port();
      await poster.contentWindow?.post?.(frame, init('mds-rights-bubble'), WIDGETS, end);
      await roundTrip(frame, 'mds-rights-bubble');
      expect(received).to.deep.equal([]);
    });

    it('frames hear no page on an origin that is not registered', async () => {
      const frame = await bare('mds-rights-bubble', '&signed-in&origins=https://caf.example');
      const [end, received] = port();
      frame.postMessage(init('mds-rights-bubble'), WIDGETS, [end]);
      const other = await bare('mds-sign-in');
      await roundTrip(other, 'mds-sign-in');
      expect(received).to.deep.equal([]);
    });

    it('frames hear one init, and none without a port or of another shape', async () => {
      const frame = await bare('mds-rights-bubble');
      const [bad, nothing] = port();
      frame.postMessage({ ...init('mds-rights-bubble'), tokens: { '--mds-accent': 'url(//x)' } }, WIDGETS, [
        bad,
      ]);
      frame.postMessage(init('mds-rights-bubble'), WIDGETS);
      await roundTrip(frame, 'mds-rights-bubble');
      const [late, second] = port();
      frame.postMessage(init('mds-rights-bubble'), WIDGETS, [late]);
      await painted('mds-rights-bubble');
      expect(nothing).to.deep.equal([]);
      expect(second).to.deep.equal([]);
    });

    it('frames say that they speak another version', async () => {
      const frame = await bare('mds-rights-bubble');
      const [end, received] = port();
      frame.postMessage({ ...init('mds-rights-bubble'), mds: 2 }, WIDGETS, [end]);
      while (!received.length) await oneTurn();
      expect(received).to.deep.equal([{ type: 'failed', code: 'version' }]);
    });

    it('the controller serves no port that the page made', async () => {
      const controller = await bare('controller');
      const [end, received] = port();
      const mine = new MessageChannel();
      mine.port1.onmessage = ({ data }) => received.push(data);
      controller.postMessage({ type: 'connect', partner: 'caf-exemple' }, WIDGETS, [mine.port2]);
      controller.postMessage({ mds: 1, type: 'init-controller', lang: 'fr' }, WIDGETS, [end]);
      for (const channel of [mine.port1, end])
        channel.postMessage({ type: 'call', id: 1, operation: 'session' });
      partner({ more: '&signed-in' }).element('mds-rights-bubble', { domain: 'health' });
      await painted('mds-rights-bubble');
      expect(received, 'it listens, and says no more').to.deep.equal([{ type: 'ready' }]);
    });
  });

  const oneTurn = () => {
    const { port1, port2 } = new MessageChannel();
    port1.start();
    const turn = oneEvent(port1, 'message');
    port2.postMessage(0);
    return turn;
  };

  it('are not the page’s to read', async () => {
    const element = partner({ more: '&signed-in' }).element('mds-rights-bubble', { domain: 'health' });
    await painted('mds-rights-bubble');
    expect(() => frameOf(element).document).to.throw();
  });
});
