import { ChannelAnswer, ChannelRequest } from '@mds-kit/contract/channel';
import { Accesses } from '@mds-kit/contract/accesses';
import type { Domain } from '@mds-kit/contract/domains';
import { firstPage } from '@mds-kit/contract/fixtures/accesses';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPortalClient } from './create-portal-client.ts';
import { createChannelClient } from './channel-client.ts';
import { accesses } from './operations/accesses.ts';
import { salaries } from './operations/salaries.ts';
import { situation } from './operations/situation.ts';
import { PortalError } from './portal-error.ts';
import { serveChannel, type Served } from './serve-channel.ts';

const ports: MessagePort[] = [];
/** Two ends of a channel, closed after the test. */
function pair(): [MessagePort, MessagePort] {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return [port1, port2];
}
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function stubClient(parts: Partial<Served> = {}) {
  const listeners = new Set<() => void>();
  return {
    session: () => Promise.resolve(signedOut),
    startSignIn: () => Promise.resolve({ startUrl: 'https://portal.example/' }),
    signOut: () => Promise.resolve({ signOutUrl: null }),
    rights: (domain: Domain) => Promise.resolve(ready[domain]),
    catalogue: () => Promise.resolve(catalogue),
    ask: () => Promise.reject(new PortalError('network')),
    onSessionChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listeners,
    ...parts,
  };
}

const options = { baseUrl: 'https://widgets.example', portalUrl: 'https://portal.example' };

function connected(parts: Partial<Served> = {}) {
  const [near, far] = pair();
  const served = stubClient(parts);
  const stop = serveChannel(far, served);
  return { served, stop, client: createPortalClient({ ...options, channel: near }) };
}

describe('over a channel', () => {
  it('answers every operation', async () => {
    const startSignIn = vi.fn<Served['startSignIn']>(() =>
      Promise.resolve({ startUrl: 'https://portal.example/' }),
    );
    const { client } = connected({ startSignIn });
    expect(await client.session()).toEqual(signedOut);
    expect(await client.rights('retirement')).toEqual(ready.retirement);
    expect(await client.catalogue()).toEqual(catalogue);
    expect(await client.startSignIn('mon-compte')).toEqual({ startUrl: 'https://portal.example/' });
    expect(await client.signOut()).toEqual({ signOutUrl: null });
    expect(startSignIn.mock.lastCall?.[0]).toBe('mon-compte');
    expect(client.reboundUrl('a.b')).toBe('https://portal.example/rebound/a.b');
  });

  it('asks for a page of the access journal, which only pages that show it bring along', async () => {
    const ask = vi.fn((operation: { answer: { parse(value: unknown): unknown } }) =>
      Promise.resolve(operation.answer.parse(firstPage)),
    );
    const { client } = connected({ ask: ask as Served['ask'] });
    expect(await client.ask(accesses, 'suite')).toEqual(firstPage);
    expect(ask).toHaveBeenLastCalledWith(accesses, 'suite', expect.anything());
    expect(Accesses.parse(await client.ask(accesses))).toEqual(firstPage);
    expect(ask).toHaveBeenLastCalledWith(accesses, undefined, expect.anything());
  });

  it('asks for salaries of so many months', async () => {
    const ask = vi.fn((operation: { answer: { parse(value: unknown): unknown } }) =>
      Promise.resolve(operation.answer.parse(twoEmployers)),
    );
    const { client } = connected({ ask: ask as Served['ask'] });
    expect(await client.ask(salaries, '24')).toEqual(twoEmployers);
    expect(ask).toHaveBeenLastCalledWith(salaries, '24', expect.anything());
  });

  it('carries the code and the words of a failure', async () => {
    const problem = { type: 'urn:x', title: 'Maintenance prévue', status: 503, code: 'maintenance' };
    const { client } = connected({
      session: () => Promise.reject(new PortalError('maintenance', { problem })),
    });
    await expect(client.session()).rejects.toMatchObject({
      code: 'maintenance',
      problem,
      message: problem.title,
    });
  });

  it('tells nothing of an unexpected fault but that there was one', async () => {
    const { client } = connected({ session: () => Promise.reject(new Error('CANARY')) });
    await expect(client.session()).rejects.toMatchObject({ code: 'internal', message: 'internal' });
  });

  it('checks what it is answered', async () => {
    const [near, far] = pair();
    far.onmessage = ({ data }: MessageEvent<ChannelRequest>) =>
      far.postMessage({ type: 'answer', id: data.id, value: { status: 'king' } } satisfies ChannelAnswer);
    await expect(createChannelClient({ ...options, channel: near }).session()).rejects.toMatchObject({
      code: 'invalid-answer',
    });
  });

  it('passes on that nobody waits any more, and that an answer must be fresh', async () => {
    const asked = Promise.withResolvers<AbortSignal | undefined>();
    const rights = vi.fn<Served['rights']>((domain) => Promise.resolve(ready[domain]));
    const { client } = connected({
      rights,
      session: (how) => {
        asked.resolve(how?.signal);
        return Promise.withResolvers<never>().promise;
      },
    });
    const giveUp = new AbortController();
    const call = client.session({ signal: giveUp.signal });
    const signal = await asked.promise;
    giveUp.abort(new Error('closed'));
    await expect(call).rejects.toThrow('closed');
    await vi.waitFor(() => expect(signal?.aborted).toBe(true));
    await client.rights('health', { fresh: true });
    expect(rights.mock.lastCall?.[1]?.fresh).toBe(true);
  });

  it('gives up in its time when the other side is mute', async () => {
    const [near] = pair();
    const client = createChannelClient({ ...options, channel: near, timeoutMs: 5 });
    await expect(client.session()).rejects.toMatchObject({ code: 'timeout' });
  });

  it('passes session changes on, until stopped', async () => {
    const { client, served, stop } = connected();
    const told = vi.fn();
    client.onSessionChange(told);
    for (const listener of served.listeners) listener();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    stop();
    expect(served.listeners.size).toBe(0);
  });

  it('waits for a port, and asks a replacement what the first one owes', async () => {
    const client = createChannelClient(options);
    const told = vi.fn();
    client.onSessionChange(told);
    const call = client.session();
    const [lost] = pair();
    client.attach(lost);
    const [near, far] = pair();
    serveChannel(far, stubClient({ session: () => Promise.resolve(signedIn) }));
    client.attach(near);
    expect(await call).toEqual(signedIn);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('never asks for a whole situation, which is the portal’s own page’s', async () => {
    expect(ChannelRequest.safeParse({ type: 'call', id: 1, operation: 'situation' }).success).toBe(false);
    const { client } = connected({});
    await expect(client.ask(situation)).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('never asks to redeem a code: no such word exists', () => {
    expect(ChannelRequest.safeParse({ type: 'call', id: 1, operation: 'redeem' }).success).toBe(false);
  });

  it('bounds how much is asked at once', async () => {
    const [near, far] = pair();
    const handledAll = Promise.withResolvers<undefined>();
    const session = vi.fn<Served['session']>((how) => {
      how?.signal?.addEventListener('abort', () => handledAll.resolve(undefined));
      return Promise.withResolvers<never>().promise;
    });
    serveChannel(far, stubClient({ session }));
    for (let id = 0; id < 1000; id++) near.postMessage({ type: 'call', id, operation: 'session' });
    near.postMessage({ type: 'abort', id: 0 });
    await handledAll.promise;
    expect(session).toHaveBeenCalledTimes(64);
  });
});

/** Anything that structured clone carries, often nearly right. */
const hostile = fc.oneof(
  fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withBigInt: true }),
  fc.record(
    {
      type: fc.oneof(
        fc.constantFrom('call', 'abort', 'answer', 'refusal', 'session-changed', 'redeem'),
        fc.string(),
      ),
      id: fc.oneof(fc.nat(3), fc.integer(), fc.double(), fc.string()),
      operation: fc.oneof(
        fc.constantFrom('session', 'rights', 'signOut', 'redeem', 'constructor', '__proto__', 'reboundUrl'),
        fc.string(),
      ),
      argument: fc.oneof(fc.constantFrom('health', '../session', '__proto__'), fc.string(), fc.anything()),
      value: fc.anything(),
      code: fc.anything(),
      problem: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

/** Posts what can be cloned; the rest cannot reach us either. */
function post(port: MessagePort, message: unknown): boolean {
  try {
    port.postMessage(message);
    return true;
  } catch {
    return false;
  }
}

describe('hostile messages', () => {
  it('to the serving side: only well-formed calls are answered, and nothing is thrown', async () => {
    const thrown = vi.fn();
    process.on('uncaughtException', thrown).on('unhandledRejection', thrown);
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 8 }), async (messages) => {
        const [near, far] = pair();
        const answers: unknown[] = [];
        const last = Promise.withResolvers<undefined>();
        near.onmessage = ({ data }: MessageEvent<{ id: number }>) => {
          answers.push(data);
          if (data.id === 777) last.resolve(undefined);
        };
        const stop = serveChannel(far, stubClient());
        const calls = messages.filter(
          (message) => post(near, message) && ChannelRequest.safeParse(message).data?.type === 'call',
        );
        near.postMessage({ type: 'call', id: 777, operation: 'session' } satisfies ChannelRequest);
        await last.promise;
        expect(answers).toContainEqual({ type: 'answer', id: 777, value: signedOut });
        expect(answers.length).toBeLessThanOrEqual(calls.length + 1);
        for (const answer of answers) expect(ChannelAnswer.safeParse(answer).success).toBe(true);
        stop();
      }),
    );
    process.off('uncaughtException', thrown).off('unhandledRejection', thrown);
    expect(thrown).not.toHaveBeenCalled();
  });

  it('to the asking side: a call is only settled by an answer to it that holds', async () => {
    const thrown = vi.fn();
    process.on('uncaughtException', thrown).on('unhandledRejection', thrown);
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 8 }), async (messages) => {
        const [near, far] = pair();
        const client = createChannelClient({ ...options, channel: near });
        const call = client.session();
        for (const message of messages) post(far, message);
        const settles = messages.some((message) => {
          const answer = ChannelAnswer.safeParse(message).data;
          return answer && answer.type !== 'session-changed' && answer.id === 0;
        });
        post(far, { type: 'answer', id: 0, value: signedIn } satisfies ChannelAnswer);
        const outcome = await call.catch((error: unknown) => error);
        if (settles) expect(outcome === signedIn || outcome instanceof PortalError).toBe(true);
        else expect(outcome).toEqual(signedIn);
      }),
    );
    process.off('uncaughtException', thrown).off('unhandledRejection', thrown);
    expect(thrown).not.toHaveBeenCalled();
  });
});
