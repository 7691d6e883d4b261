import type { DirectPortalClient } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import type { Session } from '@mds-kit/contract/session';
import { describe, expect, it, vi } from 'vitest';
import { sessionDesk } from './session-desk.ts';

function setUp(init: { handover?: string; returnId?: string } = {}, redeems: () => Promise<Session> = ok) {
  let now: Session = signedOut;
  const client = {
    session: vi.fn(() => Promise.resolve(now)),
    redeem: vi.fn(async () => (now = await redeems())),
    startSignIn: vi.fn(() => Promise.resolve({ startUrl: 'https://portal.example/start' })),
    signOut: () => Promise.resolve({ signOutUrl: null }),
    rights: () => Promise.reject(new PortalError('signed-out')),
    catalogue: () => Promise.reject(new PortalError('network')),
    ask: () => Promise.reject(new PortalError('network')),
    reboundUrl: String,
    onSessionChange: () => () => undefined,
  } satisfies DirectPortalClient;
  const told = vi.fn();
  const desk = sessionDesk(client, Promise.resolve(init), told);
  return { client, desk, told, become: (session: Session) => (now = session) };
}
const ok = () => Promise.resolve<Session>(signedIn);

describe('the desk of the controller', () => {
  it('redeems the code before it says whose session it is, once for all frames', async () => {
    const { client, desk } = setUp({ handover: 'code' });
    expect(await Promise.all([desk().session(), desk().session()])).toEqual([signedIn, signedIn]);
    expect(client.redeem).toHaveBeenCalledTimes(1);
    expect(client.redeem).toHaveBeenCalledWith('code');
  });

  it('tells each frame once that signing in failed, then how things are', async () => {
    const { desk } = setUp({ handover: 'code' }, () => Promise.reject(new PortalError('handover-refused')));
    for (const frame of [desk(), desk()]) {
      await expect(frame.session()).rejects.toMatchObject({ code: 'handover-refused' });
      expect(await frame.session()).toEqual(signedOut);
    }
  });

  it('starts to sign in towards the page’s return address', async () => {
    const { client, desk } = setUp({ returnId: 'mon-compte' });
    await desk().startSignIn();
    await desk().startSignIn('ailleurs');
    expect(client.startSignIn.mock.calls.map(([returnId]: [string?]) => returnId)).toEqual([
      'mon-compte',
      'ailleurs',
    ]);
  });

  it('tells the page that somebody signed in or out, not how things were at first', async () => {
    const { desk, told, become } = setUp();
    const frame = desk();
    await frame.session();
    await frame.session();
    expect(told).not.toHaveBeenCalled();
    become(signedIn);
    await frame.session();
    await desk().session();
    become(signedOut);
    await frame.session();
    expect(told.mock.calls).toEqual([[true], [false]]);
  });
});
