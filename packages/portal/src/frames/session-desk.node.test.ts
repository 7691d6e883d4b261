import { redeemHandover, redeemTicket } from '@mds-kit/client/operations/redeem';
import type { DirectPortalClient } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import type { Session } from '@mds-kit/contract/session';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionDesk } from './session-desk.ts';

const CHALLENGE = 'c'.repeat(43);
const START = `https://portal.example/start?challenge=${'s'.repeat(43)}`;

interface SetUp {
  handover?: string;
  returnId?: string;
  tickets?: boolean;
}

function setUp(
  init: SetUp = {},
  redeems: () => Promise<Session> = ok,
  ticketOf: () => Promise<string | undefined> = () => Promise.resolve('ticket'),
  challenge: string | undefined = CHALLENGE,
) {
  let now: Session = { ...signedOut, ...(init.tickets && challenge && { ticketChallenge: challenge }) };
  const client = {
    session: vi.fn(() => Promise.resolve(now)),
    redeem: vi.fn(async () => (now = await redeems())),
    startSignIn: vi.fn(() => Promise.resolve({ startUrl: START })),
    signOut: () => Promise.resolve({ signOutUrl: null }),
    rights: () => Promise.reject(new PortalError('signed-out')),
    catalogue: () => Promise.reject(new PortalError('network')),
    ask: () => Promise.reject(new PortalError('network')),
    reboundUrl: String,
    onSessionChange: () => () => undefined,
  } satisfies DirectPortalClient;
  const told = vi.fn();
  const askPage = vi.fn(ticketOf);
  const desk = sessionDesk(client, Promise.resolve(init), told, askPage);
  return { client, desk, told, askPage, become: (session: Session) => (now = session) };
}
const ok = () => Promise.resolve<Session>(signedIn);

describe('the desk of the controller', () => {
  it('redeems the code before it says whose session it is, once for all frames', async () => {
    const { client, desk } = setUp({ handover: 'code' });
    expect(await Promise.all([desk().session(), desk().session()])).toEqual([signedIn, signedIn]);
    expect(client.redeem).toHaveBeenCalledTimes(1);
    expect(client.redeem).toHaveBeenCalledWith(redeemHandover, 'code');
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

  it('tells the developer of a return that is not registered, and the person that it did not work', async () => {
    const { client, desk } = setUp({ returnId: 'Mon Compte' });
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    client.startSignIn.mockRejectedValue(new PortalError('invalid-request'));
    await expect(desk().startSignIn()).rejects.toMatchObject({ code: 'invalid-request' });
    expect(said.mock.calls.join()).toContain('data-return="Mon Compte"');
    client.startSignIn.mockRejectedValue(new PortalError('network'));
    await expect(desk().startSignIn()).rejects.toMatchObject({ code: 'network' });
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
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

describe('the desk of a page whose fund gives tickets', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('asks once for all frames, with the challenge of this browser, and says nothing before the answer', async () => {
    const { client, desk, askPage, told } = setUp({ tickets: true });
    expect(await Promise.all([desk().session(), desk().session(), desk().session()])).toEqual(
      Array(3).fill(signedIn),
    );
    expect(askPage.mock.calls).toEqual([[CHALLENGE]]);
    expect(client.redeem.mock.calls).toEqual([[redeemTicket, 'ticket']]);
    expect(told, 'how things are at first is not told').not.toHaveBeenCalled();
  });

  it.each([
    ['the page has no address for tickets', {}, signedOut],
    ['the browser keeps no cookie of ours', { tickets: true }, { ...signedOut, cookies: false }],
    ['somebody is signed in', { tickets: true }, signedIn],
    ['somebody comes back from signing in', { tickets: true, handover: 'code' }, signedOut],
  ] as const)('asks nothing where %s', async (_, init, now) => {
    const { desk, askPage, become } = setUp(init);
    become(now);
    await desk().session();
    expect(askPage).not.toHaveBeenCalled();
  });

  it.each([
    ['gives none', () => Promise.resolve(undefined), ok],
    ['fails', () => Promise.reject(new Error('gone')), ok],
    [
      'gives one that the portal refuses',
      undefined,
      () => Promise.reject(new PortalError('handover-refused')),
    ],
  ])('is silent where the fund %s, and does not ask again', async (_, ticketOf, redeems) => {
    const { desk, askPage } = setUp({ tickets: true }, redeems, ticketOf);
    const frame = desk();
    expect(await frame.session()).toMatchObject(signedOut);
    expect(await frame.session()).toMatchObject(signedOut);
    expect(await desk().session()).toMatchObject(signedOut);
    expect(askPage).toHaveBeenCalledTimes(1);
  });

  it('shows the sign-in button while a slow fund thinks, and signs in when it has', async () => {
    const slow = Promise.withResolvers<string | undefined>();
    const { client, desk } = setUp({ tickets: true }, ok, () => slow.promise);
    const frame = desk();
    const first = frame.session();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await first).toMatchObject(signedOut);
    slow.resolve('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(client.redeem.mock.calls).toEqual([[redeemTicket, 'late']]);
    expect(await frame.session()).toEqual(signedIn);
  });

  it('does not begin a session again that ended because nobody was there', async () => {
    const { desk, askPage, become, told } = setUp({ tickets: true });
    const frame = desk();
    await frame.session();
    become(signedOut);
    expect(await frame.session()).toMatchObject(signedOut);
    expect(await desk().session()).toMatchObject(signedOut);
    expect(askPage).toHaveBeenCalledTimes(1);
    expect(told.mock.calls).toEqual([[false]]);
  });

  it('asks nothing where the portal knows of no tickets, whatever the page says', async () => {
    const { desk, askPage } = setUp({ tickets: true }, ok, undefined, '');
    expect(await desk().session()).toMatchObject(signedOut);
    expect(askPage).not.toHaveBeenCalled();
  });

  it('tells the page that the person signed out, once', async () => {
    const { desk, told, become } = setUp();
    become(signedIn);
    const frame = desk();
    await frame.session();
    await frame.signOut();
    become(signedOut);
    await frame.session();
    expect(told.mock.calls).toEqual([[false]]);
  });

  it('asks no more once the person has signed out', async () => {
    const { desk, askPage, become } = setUp({ tickets: true });
    const frame = desk();
    await frame.session();
    await frame.signOut();
    become(signedOut);
    expect(await frame.session()).toMatchObject(signedOut);
    expect(await desk().session()).toMatchObject(signedOut);
    expect(askPage).toHaveBeenCalledTimes(1);
  });
});
