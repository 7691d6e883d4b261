import { ChannelRequest, type ChannelAnswer } from '@mds-kit/contract/channel';
import { isDomain } from '@mds-kit/contract/domains';
import { accesses } from './operations/accesses.ts';
import { salaries } from './operations/salaries.ts';
import type { CallOptions, PortalClient } from './portal-client.ts';
import { PortalError } from './portal-error.ts';

/** More calls at once than any widget makes; the rest is dropped, so that a loop cannot exhaust the document. */
const MOST_CALLS = 64;

type Call = Extract<ChannelRequest, { type: 'call' }>;

/** What a channel may ask; whatever is not here cannot be asked over it, whoever holds the port. */
export type Served = Omit<PortalClient, 'reboundUrl'>;

function run(client: Served, { operation, argument }: Call, options: CallOptions): Promise<unknown> {
  switch (operation) {
    case 'session':
      return client.session(options);
    case 'startSignIn':
      return client.startSignIn(argument, options);
    case 'signOut':
      return client.signOut(options);
    case 'catalogue':
      return client.catalogue(options);
    case 'accesses':
      return client.ask(accesses, argument, options);
    case 'salaries':
      return client.ask(salaries, argument, options);
    case 'rights':
      if (isDomain(argument)) return client.rights(argument, options);
      return Promise.reject(new PortalError('invalid-request'));
  }
}

/**
 * Answers a channel client from another client. A message that is none is not answered at all: the other side is
 * checked before it gets its port, and silence tells a stranger nothing.
 * Returns the way to stop, which also stops what is being asked.
 */
export function serveChannel(port: MessagePort, client: Served): () => void {
  const running = new Map<number, AbortController>();
  const say = (answer: ChannelAnswer) => port.postMessage(answer);

  const serve = async (call: Call) => {
    const { id, fresh } = call;
    const stop = new AbortController();
    running.set(id, stop);
    let answer: ChannelAnswer;
    try {
      answer = { type: 'answer', id, value: await run(client, call, { signal: stop.signal, fresh }) };
    } catch (error) {
      const { code, problem } = error instanceof PortalError ? error : new PortalError('internal');
      answer = { type: 'refusal', id, code, problem };
    }
    running.delete(id);
    if (!stop.signal.aborted) say(answer);
  };

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const request = ChannelRequest.safeParse(data).data;
    if (request?.type === 'abort') running.get(request.id)?.abort();
    else if (request && !running.has(request.id) && running.size < MOST_CALLS) void serve(request);
  };
  const stopListening = client.onSessionChange(() => say({ type: 'session-changed' }));

  return () => {
    stopListening();
    for (const stop of running.values()) stop.abort();
    port.close();
  };
}
