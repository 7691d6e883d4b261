import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import type { Session } from '@mds-kit/contract/session';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { veilWithSession } from './veil.ts';

const root = document.documentElement;
let stop: () => void = () => undefined;
afterEach(() => stop());

const veiled = () => root.hasAttribute('data-mds-veiled');

function watched(first: Session | 'unreachable') {
  const state = { now: first, asked: 0, ended: 0 };
  let hear: () => void = () => undefined;
  stop = veilWithSession({
    client: {
      session: () => {
        state.asked += 1;
        return state.now === 'unreachable'
          ? Promise.reject(new Error('unreachable'))
          : Promise.resolve(state.now);
      },
      onSessionChange: (listener) => {
        hear = listener;
        return () => undefined;
      },
    },
    ended: () => {
      state.ended += 1;
      return Promise.resolve();
    },
    times: { soonest: 40, latest: 80, again: 0 },
  });
  return { state, change: () => hear() };
}

const leave = () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

/** The answers that are under way have come. */
const settled = () => aTimeout(0);

describe('the veil', () => {
  it('is over a page that is left, and lifted when the session still is', async () => {
    const { state } = watched(signedIn);
    await settled();
    leave();
    expect(veiled()).to.equal(true);
    comeBack();
    expect(veiled(), 'until the portal has answered').to.equal(true);
    await waitUntil(() => !veiled());
    expect(state.ended).to.equal(0);
  });

  it('is lifted over nothing when the session ended meanwhile, or nobody can tell', async () => {
    for (const found of [signedOut, 'unreachable'] as const) {
      stop();
      const { state } = watched(signedIn);
      await settled();
      leave();
      state.now = found;
      comeBack();
      await waitUntil(() => !veiled());
      expect(state.ended).to.be.greaterThan(0);
    }
  });

  it('falls by itself when the session is over', async () => {
    const { state } = watched({ ...signedIn, idleUntil: new Date().toISOString() });
    await settled();
    state.now = signedOut;
    await waitUntil(() => state.ended === 1);
  });

  it('looks again and again while somebody is there, and prolongs nothing by it', async () => {
    const { state } = watched({ ...signedIn, idleUntil: new Date().toISOString() });
    await waitUntil(() => state.asked >= 3);
    expect(state.ended).to.equal(0);
  });

  it('does not trouble a visitor who is not signed in', async () => {
    const { state, change } = watched(signedOut);
    await settled();
    leave();
    expect(veiled()).to.equal(false);
    comeBack();
    await settled();
    expect(state.ended).to.equal(0);
    state.now = signedIn;
    change();
    await settled();
    leave();
    expect(veiled(), 'signed in since').to.equal(true);
    comeBack();
    await waitUntil(() => !veiled());
  });
});
