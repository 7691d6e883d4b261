import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { controllerFrame } from './controller-frame.ts';
import { mounted } from './fire.ts';
import { Ear, FRAMES, standInPage } from './stand-in.ts';

const CODE = 'h'.repeat(43);

/** What was posted before has come. */
const oneTurn = () => new Promise((resolve) => setTimeout(resolve));

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

  it('stands in the body of a page that calls another frame `body`', async () => {
    const other = document.createElement('iframe');
    other.name = 'body';
    document.body.append(other);
    controller()('fr');
    other.remove();
    expect(frames()).to.have.length(1);
    await ear.until(({ init }) => init?.type === 'init-controller');
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

  describe('signing the person out', () => {
    const signOuts = () => ear.heard.filter(({ received }) => received?.type === 'sign-out');

    it('is passed on, and done when the portal has ended the session', async () => {
      const signOut = controller()('fr');
      await ear.until(({ init }) => init !== undefined);
      let done = false;
      const signedOut = Promise.all([signOut(), signOut()]).then(() => (done = true));
      await ear.until(() => signOuts().length === 2);
      say({ type: 'session', signedIn: true });
      say({ type: 'ready' });
      await oneTurn();
      expect(done).to.be.false;
      say({ type: 'session', signedIn: false });
      await signedOut;
    });

    it('is done, too, where the portal cannot be reached', async () => {
      const signOut = controller()('fr');
      await ear.until(({ init }) => init !== undefined);
      const signedOut = signOut();
      say({ type: 'failed', code: 'unavailable' });
      await signedOut;
    });

    it('waits for a controller that is only coming', async () => {
      void controller()('fr')();
      await ear.until(() => signOuts().length === 1);
      const words = ear.heard.map(({ init, received }) => init?.type ?? received?.type);
      expect(words).to.deep.equal(['init-controller', 'sign-out']);
    });
  });

  describe('that does not come up', () => {
    const inits = () => ear.heard.filter(({ init }) => init !== undefined);

    const { setTimeout, clearTimeout } = window;
    afterEach(() => Object.assign(window, { setTimeout, clearTimeout }));

    it('is loaded again, after ever longer waits, until it says a word, and stays then', async () => {
      const waits: { ms: number; over: () => void }[] = [];
      const given = new Set<unknown>();
      Object.assign(window, {
        setTimeout: (work: (...args: unknown[]) => void, ms: number, ...args: unknown[]) =>
          waits.push({ ms, over: () => work(...args) }),
        clearTimeout: (id: unknown) => given.add(id),
      });
      const tag = new EventTarget();
      mounted.add(tag);
      controller()('fr');
      await ear.until(() => inits().length === 1);
      waits[0]?.over();
      await ear.until(() => inits().length === 2);
      expect(waits.map(({ ms }) => ms)).to.deep.equal([5000, 10_000]);
      expect(given.has(2)).to.be.false;
      say({ type: 'ready' });
      say({ type: 'session', signedIn: true });
      await oneEvent(tag, 'mds-session-change');
      mounted.delete(tag);
      expect(given.has(2), 'the second wait is over').to.be.true;
      expect(frames()).to.have.length(1);
    });
  });

  describe('on a page whose fund gives tickets', () => {
    const challenge = (letter: string) => say({ type: 'challenge', challenge: letter.repeat(43) });
    const asked = () =>
      frames()
        .slice(1)
        .map(({ src }) => src);
    /** What was said before it has been heard. */
    const heardAll = async (signOut: () => Promise<void>) => {
      void signOut();
      await ear.until(({ received }) => received !== undefined);
    };

    it('says so at first, and leads a hidden frame to the fund, with the challenge', async () => {
      controller(undefined, undefined, '/ticket?of=mds')('fr');
      const { init } = await ear.until(({ init: found }) => found !== undefined);
      expect(init).to.include({ tickets: true });
      expect(asked(), 'nothing is asked before the frame wants it').to.deep.equal([]);
      challenge('a');
      await waitUntil(() => asked().length > 0);
      expect(asked()).to.deep.equal([`${location.origin}/ticket?of=mds&challenge=${'a'.repeat(43)}`]);
      const [, frame] = frames();
      expect(frame?.getAttribute('aria-hidden')).to.equal('true');
      expect(frame?.tabIndex).to.equal(-1);
    });

    it('asks once, and never again', async () => {
      const signOut = controller(undefined, undefined, '/ticket')('fr');
      await ear.until(({ init }) => init !== undefined);
      for (const letter of ['a', 'b', 'c']) challenge(letter);
      await heardAll(signOut);
      await waitUntil(() => asked().length > 0);
      expect(asked()).to.have.length(1);
    });

    it('asks for nothing but a challenge, and no other origin', async () => {
      const signOut = controller(undefined, undefined, '//elsewhere.invalid/ticket')('fr');
      await ear.until(({ init }) => init !== undefined);
      for (const wrong of ['', 'a'.repeat(42), 'a'.repeat(44), 42, ['a'.repeat(43)]])
        say({ type: 'challenge', challenge: wrong });
      challenge('a');
      await heardAll(signOut);
      await oneTurn();
      expect(asked()).to.deep.equal([]);
    });

    it('asks nothing where the page names no address', async () => {
      const signOut = controller()('fr');
      await ear.until(({ init }) => init !== undefined);
      challenge('a');
      await heardAll(signOut);
      await oneTurn();
      expect(asked()).to.deep.equal([]);
    });
  });
});
