import { TICKET_HEADER } from '@mds-kit/contract/embedding-words';
import { expect, oneEvent } from '@open-wc/testing';
import { controllerFrame } from './controller-frame.ts';
import { mounted } from './fire.ts';
import { Ear, FRAMES, standInPage } from './stand-in.ts';

const CODE = 'h'.repeat(43);

describe('the controller frame', () => {
  let ear: Ear;

  beforeEach(() => {
    ear = new Ear();
  });
  afterEach(() => {
    for (const frame of frames()) frame.remove();
    ear.close();
  });

  const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('body > iframe')];
  const controller = (handover?: string, returnId?: string, ticketUrl?: string) =>
    controllerFrame(standInPage('silent'), handover, returnId, ticketUrl);
  const say = (word: unknown) => frames()[0]?.contentWindow?.postMessage({ say: word }, FRAMES);

  it('is one for all tags, in the body, where its siblings find it, and nowhere to be seen', async () => {
    const need = controller();
    need('fr');
    need('fr');
    need('en');
    expect(frames()).to.have.length(1);
    const [frame] = frames();
    await ear.until(({ init }) => init?.type === 'init-controller');
    expect([...Array(window.length).keys()].some((i) => window[i] === frame?.contentWindow)).to.be.true;
    expect(frame?.getAttribute('aria-hidden')).to.equal('true');
    expect(frame?.tabIndex).to.equal(-1);
    expect(frame?.title).not.to.equal('');
    expect(frame && getComputedStyle(frame)).to.include({
      opacity: '0',
      pointerEvents: 'none',
      position: 'fixed',
    });
    expect(frame && getComputedStyle(frame).display).not.to.equal('none');
  });

  it('is given the handover code once, and the return id', async () => {
    const need = controller(CODE, 'mon-compte');
    need('fr');
    const { init } = await ear.until(({ init: found }) => found !== undefined);
    expect(init).to.deep.equal({
      mds: 1,
      type: 'init-controller',
      lang: 'fr',
      tickets: false,
      returnId: 'mon-compte',
      handover: CODE,
    });
    const [frame] = frames();
    frame?.remove();
    need('fr');
    expect(frames(), 'a page that swaps its body gets it back').to.have.length(1);
    await ear.until(({ init: found }) => found !== undefined && found.handover === undefined);
    expect(ear.heard.filter(({ init: found }) => found?.handover)).to.have.length(1);
  });

  it('lets each tag say that somebody signed in or out, and no more', async () => {
    const tag = new EventTarget();
    mounted.add(tag);
    const told: Event[] = [];
    for (const type of ['mds-session-change', 'mds-ready'])
      tag.addEventListener(type, (event) => told.push(event));
    controller()('fr');
    await ear.until(({ init }) => init !== undefined);
    say({ type: 'ready' });
    say({ type: 'session', signedIn: 'CANARY' });
    say({ type: 'session', signedIn: true, firstName: 'CANARY' });
    await oneEvent(tag, 'mds-session-change');
    mounted.delete(tag);
    expect(told).to.have.length(1);
    expect(told[0]).to.include({ type: 'mds-session-change', signedIn: true, bubbles: true, composed: true });
    expect(Object.keys(told[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal(['signedIn']);
  });

  it('passes on that the page signs its person out', async () => {
    const signOut = controller()('fr');
    await ear.until(({ init }) => init !== undefined);
    signOut();
    const { received } = await ear.until((heard) => heard.received !== undefined);
    expect(received).to.deep.equal({ type: 'sign-out' });
  });

  describe('on a page whose fund gives tickets', () => {
    const { fetch } = window;
    let asked: Request[];
    beforeEach(() => {
      asked = [];
      window.fetch = (input, init) => {
        asked.push(new Request(input, init));
        return Promise.resolve(Response.json({ ticket: CODE, firstName: 'CANARY' }));
      };
    });
    afterEach(() => {
      window.fetch = fetch;
    });
    const challenge = (letter: string) => say({ type: 'challenge', challenge: letter.repeat(43) });
    const answers = () => ear.heard.flatMap(({ received }) => received ?? []);

    it('says so at first, and gives nothing else of what the fund answered to the frame', async () => {
      controller(undefined, undefined, '/ticket')('fr');
      const { init } = await ear.until(({ init: found }) => found !== undefined);
      expect(init).to.include({ tickets: true });
      expect(asked, 'nothing is asked before the frame wants it').to.deep.equal([]);
      challenge('a');
      await ear.until(({ received }) => received !== undefined);
      expect(answers()).to.deep.equal([{ type: 'ticket', ticket: CODE }]);
      const [request] = asked;
      expect(request?.headers.get(TICKET_HEADER)).to.equal('1');
      expect(await request?.text()).to.equal(`challenge=${'a'.repeat(43)}`);
      expect(new URL(request?.url ?? '').pathname).to.equal('/ticket');
    });

    it('asks once, once more after the session ended, and never again', async () => {
      controller(undefined, undefined, '/ticket')('fr');
      await ear.until(({ init }) => init !== undefined);
      for (const letter of ['a', 'b', 'c', 'd']) challenge(letter);
      say({ type: 'session', signedIn: true });
      await ear.until(() => answers().length === 2);
      expect(asked).to.have.length(2);
    });

    it('asks for nothing but a challenge', async () => {
      const signOut = controller(undefined, undefined, '/ticket')('fr');
      await ear.until(({ init }) => init !== undefined);
      for (const wrong of ['', 'a'.repeat(42), 'a'.repeat(44), 42, ['a'.repeat(43)]])
        say({ type: 'challenge', challenge: wrong });
      signOut();
      await ear.until(({ received }) => received !== undefined);
      expect(asked).to.deep.equal([]);
    });

    it('asks nothing where the page names no address', async () => {
      const signOut = controller()('fr');
      await ear.until(({ init }) => init !== undefined);
      challenge('a');
      signOut();
      await ear.until(({ received }) => received !== undefined);
      expect(asked).to.deep.equal([]);
      expect(answers()).to.deep.equal([{ type: 'sign-out' }]);
    });
  });
});
