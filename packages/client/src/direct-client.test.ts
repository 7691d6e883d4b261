import { firstPage } from '@mds-kit/contract/fixtures/accesses';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import { knownFamily } from '@mds-kit/contract/fixtures/situation';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDirectClient } from './direct-client.ts';
import { accesses } from './operations/accesses.ts';
import { salaries } from './operations/salaries.ts';
import { situation } from './operations/situation.ts';
import { redeemHandover, redeemTicket } from './operations/redeem.ts';
import type { DirectClientOptions } from './portal-client.ts';
import { PortalError } from './portal-error.ts';
import { json, never, refusal, stubPortal, unreachable, type StubPortal } from './stub-portal.ts';

const client = (portal: StubPortal, options: Partial<DirectClientOptions> = {}) =>
  createDirectClient({
    baseUrl: 'https://widgets.example',
    partner: 'caf-exemple',
    fetch: portal.fetch,
    ...options,
  });

/** What a call failed with; fails when it did not. */
async function failure(call: Promise<unknown>): Promise<PortalError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PortalError);
  return error as PortalError;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what is asked', () => {
  it('asks for rights in the name of its partner, with the cookie, in the language of the page', async () => {
    const portal = stubPortal(json(ready.health));
    expect(await client(portal, { lang: () => 'en' }).rights('health')).toEqual(ready.health);
    const [request] = portal.asked;
    expect(request?.url).toBe('https://widgets.example/v1/rights/health');
    expect(request?.method).toBe('GET');
    expect(request?.headers.get('Mds-Partner')).toBe('caf-exemple');
    expect(request?.headers.get('Accept-Language')).toBe('en');
    expect(request?.credentials).toBe('include');
    expect(request?.cache).toBe('no-store');
  });

  it('asks for the catalogue without cookie or partner, so that it may be cached', async () => {
    const portal = stubPortal(json(catalogue));
    await client(portal).catalogue();
    expect(portal.asked[0]?.headers.has('Mds-Partner')).toBe(false);
    expect(portal.asked[0]?.credentials).toBe('omit');
    expect(portal.asked[0]?.cache).toBe('default');
  });

  it('asks for the access journal from its beginning, or from a cursor that changes nothing of the address', async () => {
    const portal = stubPortal(json(firstPage));
    expect(await client(portal).ask(accesses)).toEqual(firstPage);
    await client(portal).ask(accesses, 'a&b=../session#');
    expect(portal.asked.map(({ url }) => url)).toEqual([
      'https://widgets.example/v1/accesses',
      'https://widgets.example/v1/accesses?before=a%26b%3D..%2Fsession%23',
    ]);
    const wrong = stubPortal(json({ entries: 'many' }));
    expect((await failure(client(wrong).ask(accesses))).code).toBe('invalid-answer');
  });

  it('asks what is known of the household, and takes no answer of another shape', async () => {
    const portal = stubPortal(
      json(knownFamily),
      json({ ...knownFamily, sources: [{ path: 'children', organisation: 'caf-exemple', asOf: 'now' }] }),
    );
    const asking = client(portal);
    expect(await asking.ask(situation)).toEqual(knownFamily);
    expect(portal.asked[0]?.url).toBe('https://widgets.example/v1/situation');
    await expect(asking.ask(situation)).rejects.toMatchObject({ code: 'invalid-answer' });
  });

  it('asks for salaries of so many months, or of as many as is usual', async () => {
    const portal = stubPortal(json(twoEmployers));
    expect(await client(portal).ask(salaries, '36')).toEqual(twoEmployers);
    await client(portal).ask(salaries);
    await client(portal).ask(salaries, '1&as=other#');
    expect(portal.asked.map(({ url }) => url)).toEqual([
      'https://widgets.example/v1/salaries?months=36',
      'https://widgets.example/v1/salaries',
      'https://widgets.example/v1/salaries?months=1%26as%3Dother%23',
    ]);
  });

  it('redeems a ticket, and tells that somebody signed in', async () => {
    const portal = stubPortal(json(signedIn));
    const direct = client(portal);
    const told = vi.fn();
    const stop = direct.onSessionChange(told);
    expect(await direct.redeem(redeemTicket, 't'.repeat(43))).toEqual(signedIn);
    expect(await portal.asked[0]?.json()).toEqual({ ticket: 't'.repeat(43) });
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });

  it('never follows a redirect with the headers of a session', async () => {
    const portal = stubPortal(json(signedOut));
    await client(portal).session();
    expect(portal.asked[0]?.redirect).toBe('error');
  });

  it('starts to sign in with the return id, redeems, signs out', async () => {
    const portal = stubPortal(
      json({ startUrl: 'https://portal.example/start' }),
      json(signedIn),
      json({ signOutUrl: null }),
    );
    const direct = client(portal);
    await direct.startSignIn('mon-compte');
    await direct.redeem(redeemHandover, 'c'.repeat(43));
    await direct.signOut();
    const [start, redeem, signOut] = portal.asked;
    expect([start?.method, start?.url]).toEqual(['POST', 'https://widgets.example/v1/sign-in']);
    expect(await start?.json()).toEqual({ returnId: 'mon-compte' });
    expect([redeem?.method, redeem?.url]).toEqual(['POST', 'https://widgets.example/v1/session']);
    expect(await redeem?.json()).toEqual({ handover: 'c'.repeat(43) });
    expect([signOut?.method, signOut?.url]).toEqual(['DELETE', 'https://widgets.example/v1/session']);
  });

  it('makes the address of a rebound from its id alone', () => {
    const direct = client(stubPortal(), { portalUrl: 'https://portal.example' });
    expect(direct.reboundUrl('caf-exemple.account')).toBe(
      'https://portal.example/rebound/caf-exemple.account',
    );
    expect(direct.reboundUrl('../start?x=//evil.example')).toBe(
      'https://portal.example/rebound/..%2Fstart%3Fx%3D%2F%2Fevil.example',
    );
  });
});

describe('one flight per resource', () => {
  it('starts to sign in once for all who start at once: each start sets the cookie that the way back is bound to', async () => {
    const portal = stubPortal(json({ startUrl: 'https://portal.example/start' }));
    const direct = client(portal);
    const starts = await Promise.all([direct.startSignIn(), direct.startSignIn(), direct.startSignIn()]);
    expect(starts).toHaveLength(3);
    expect(portal.asked).toHaveLength(1);
  });

  it('shares one request among callers, and asks anew afterwards', async () => {
    const portal = stubPortal(json(ready.family));
    const direct = client(portal);
    const [a, b] = await Promise.all([direct.rights('family'), direct.rights('family')]);
    expect(a).toBe(b);
    expect(portal.asked).toHaveLength(1);
    await direct.rights('family');
    expect(portal.asked).toHaveLength(2);
  });

  it('does not mix domains', async () => {
    const portal = stubPortal(json(ready.family), json(ready.health));
    const direct = client(portal);
    const [a, b] = await Promise.all([direct.rights('family'), direct.rights('health')]);
    expect([a.domain, b.domain]).toEqual(['family', 'health']);
  });

  it('goes on for the others when one caller gives up', async () => {
    const answer = Promise.withResolvers<Response>();
    const portal = stubPortal(() => answer.promise);
    const direct = client(portal);
    const giveUp = new AbortController();
    const left = direct.rights('housing', { signal: giveUp.signal });
    const stays = direct.rights('housing', { signal: new AbortController().signal });
    giveUp.abort(new Error('closed'));
    await expect(left).rejects.toThrow('closed');
    expect(portal.asked[0]?.signal.aborted).toBe(false);
    answer.resolve(Response.json(ready.housing));
    expect(await stays).toEqual(ready.housing);
  });

  it('stops the request when all have given up, and the next caller asks anew', async () => {
    const portal = stubPortal(never, json(ready.housing));
    const direct = client(portal);
    const [first, second] = [new AbortController(), new AbortController()];
    const calls = Promise.allSettled([
      direct.rights('housing', { signal: first.signal }),
      direct.rights('housing', { signal: second.signal }),
    ]);
    first.abort();
    second.abort();
    expect(portal.asked[0]?.signal.aborted).toBe(true);
    expect((await calls).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await direct.rights('housing')).toEqual(ready.housing);
  });

  it('asks nothing for a caller who has given up already', async () => {
    const portal = stubPortal(json(signedOut));
    await expect(client(portal).session({ signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow(
      'gone',
    );
    expect(portal.asked).toHaveLength(0);
  });

  it('asks again when told to, though another is waiting', async () => {
    const portal = stubPortal(never, json(ready.health));
    const direct = client(portal);
    void direct.rights('health');
    expect(await direct.rights('health', { fresh: true })).toEqual(ready.health);
  });

  it('shares a fresh answer among those who want one, past those who do not', async () => {
    const portal = stubPortal(never, json(ready.health));
    const direct = client(portal, { keepMs: 1000 });
    void direct.rights('health');
    const fresh = { fresh: true };
    await Promise.all([direct.rights('health', fresh), direct.rights('health', fresh)]);
    expect(portal.asked).toHaveLength(2);
    await direct.rights('health', fresh);
    expect(portal.asked).toHaveLength(3);
  });

  it('keeps an answer for as long as it was told, a failure never', async () => {
    const portal = stubPortal(refusal(500, 'internal'), json(ready.health));
    const direct = client(portal, { keepMs: 1000 });
    await failure(direct.rights('health'));
    await direct.rights('health');
    await direct.rights('health');
    expect(portal.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    await direct.rights('health');
    expect(portal.asked).toHaveLength(3);
  });

  it('forgets what it kept when somebody signs out', async () => {
    const portal = stubPortal(json(ready.health), json({ signOutUrl: null }), refusal(401, 'signed-out'));
    const direct = client(portal, { keepMs: 60_000 });
    await direct.rights('health');
    await direct.signOut();
    expect((await failure(direct.rights('health'))).code).toBe('signed-out');
  });
});

describe('trying again', () => {
  it.each([
    ['a failing network', unreachable],
    ['502', refusal(502, 'unavailable')],
    ['503', refusal(503, 'unavailable')],
    ['a proxy page', () => new Response('<h1>Bad gateway</h1>', { status: 504 })],
  ])('tries twice more after %s', async (_, fault) => {
    const portal = stubPortal(fault, fault, json(signedOut));
    const call = client(portal).session();
    await vi.runAllTimersAsync();
    expect(await call).toEqual(signedOut);
    expect(portal.asked).toHaveLength(3);
  });

  it('gives up after two more, whatever was configured', async () => {
    const portal = stubPortal(unreachable);
    const call = failure(client(portal, { retry: 9 }).session());
    await vi.runAllTimersAsync();
    const error = await call;
    expect(error.code).toBe('network');
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(portal.asked).toHaveLength(3);
  });

  it('spreads the tries over the whole span, so that pages do not come back in step', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5);
    const portal = stubPortal(unreachable);
    const call = failure(client(portal).session());
    await vi.advanceTimersByTimeAsync(0);
    expect(portal.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(299);
    expect(portal.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(portal.asked).toHaveLength(3);
    await call;
  });

  it('waits as long as the portal asks', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const portal = stubPortal(refusal(503, 'unavailable', { 'Retry-After': '2' }), json(signedOut));
    const call = client(portal).session();
    await vi.advanceTimersByTimeAsync(1999);
    expect(portal.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toEqual(signedOut);
  });

  it.each(['120', 'Sun, 22 Nov 2026 08:00:02 GMT'])(
    'leaves it at that when it would have to wait too long, or until a date (%s)',
    async (after) => {
      const portal = stubPortal(refusal(503, 'unavailable', { 'Retry-After': after }));
      expect((await failure(client(portal).session())).code).toBe('unavailable');
      expect(portal.asked).toHaveLength(1);
    },
  );

  it.each([
    ['announced maintenance', refusal(503, 'maintenance'), 'maintenance'],
    ['a fault', refusal(500, 'internal'), 'internal'],
    ['too many requests', refusal(429, 'too-many-requests'), 'too-many-requests'],
    ['nobody signed in', refusal(401, 'signed-out'), 'signed-out'],
  ])('does not insist after %s', async (_, fault, code) => {
    const portal = stubPortal(fault);
    expect((await failure(client(portal).rights('health'))).code).toBe(code);
    expect(portal.asked).toHaveLength(1);
  });

  it('never tries twice what changes something', async () => {
    const portal = stubPortal(unreachable);
    const direct = client(portal);
    await failure(direct.redeem(redeemHandover, 'c'.repeat(43)));
    await failure(direct.signOut());
    await failure(direct.startSignIn());
    expect(portal.asked).toHaveLength(3);
  });
});

describe('what fails', () => {
  it('gives the portal’s own words', async () => {
    const error = await failure(client(stubPortal(refusal(429, 'too-many-requests'))).session());
    expect(error.message).toBe('Une panne');
    expect(error.problem?.status).toBe(429);
  });

  it('gives up after its time', async () => {
    const error = await failure(client(stubPortal(never), { timeoutMs: 5 }).session());
    expect(error.code).toBe('timeout');
  });

  it.each([
    ['another shape', json({ status: 'signed-in', citizen: { firstName: 'CANARY' } })],
    ['no JSON', () => new Response('CANARY')],
    ['a page for a refusal', () => new Response('CANARY', { status: 404 })],
  ])('takes %s for no answer, and repeats nothing of it', async (_, answer) => {
    const portal = stubPortal(answer);
    const error = await failure(client(portal).session());
    expect(error.code).toBe('invalid-answer');
    expect(portal.asked).toHaveLength(1);
    const { cause } = error;
    const told = cause instanceof Error ? `${cause.message} ${JSON.stringify(cause)}` : '';
    expect(`${error.message} ${told}`).not.toContain('CANARY');
  });
});

describe('session changes', () => {
  it('are told once when calls find the session ended', async () => {
    const direct = client(stubPortal(refusal(401, 'session-ended')));
    const told = vi.fn();
    const stop = direct.onSessionChange(told);
    await Promise.all([failure(direct.rights('health')), failure(direct.rights('family'))]);
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });

  it('are told in the other documents of the site, and no more after stopping', async () => {
    const [here, there] = [
      client(stubPortal(json({ signOutUrl: null }))),
      client(stubPortal(json(signedIn), json(signedOut)), { keepMs: 60_000 }),
    ];
    await there.session();
    const told = Promise.withResolvers<undefined>();
    const stop = there.onSessionChange(() => told.resolve(undefined));
    await here.signOut();
    await told.promise;
    expect(await there.session()).toEqual(signedOut);
    stop();
    const late = vi.fn();
    there.onSessionChange(late)();
    await here.signOut();
    expect(late).not.toHaveBeenCalled();
  });
});
