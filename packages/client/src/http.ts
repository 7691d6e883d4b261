import { Problem } from '@mds-kit/contract/problem';
import type { Ask } from './operation.ts';
import type { DirectClientOptions } from './portal-client.ts';
import { PortalError } from './portal-error.ts';

/** Asks again after at most this long; somebody is waiting in front of a screen. */
const LONGEST_WAIT = 3_000;

/** What went wrong, told as far as the portal could tell it: a proxy's error page is `unavailable`. */
async function failureOf(response: Response): Promise<PortalError> {
  const problem = Problem.safeParse(await response.json().catch(() => null)).data;
  return new PortalError(problem?.code ?? (response.status < 500 ? 'invalid-answer' : 'unavailable'), {
    problem,
  });
}

/** Milliseconds that the portal asks us to wait before we try again; undefined: trying again is no use. */
function waitBefore(failure: PortalError, response: Response | undefined): number | undefined {
  if (!response) return 0;
  if (![502, 503, 504].includes(response.status) || failure.code === 'maintenance') return;
  // Seconds (RFC 9110 §10.2.3). A date would need a clock that is right on this device: then not at all.
  const wait = Number(response.headers.get('Retry-After')) * 1000;
  return wait <= LONGEST_WAIT ? wait : undefined;
}

/** Until then, or until nobody waits any more. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Speaks HTTP to the portal. Only reading calls are tried again, with full jitter so that a thousand pages do not
 * come back in step.
 * @throws PortalError; or the reason of `signal`
 */
export function http({
  baseUrl,
  partner,
  lang = 'fr',
  fetch: send = fetch,
  timeoutMs = 10_000,
  retry = 2,
}: DirectClientOptions): Ask {
  const request = (
    { method, path, body, open }: Parameters<Ask>[0],
    argument: string,
    signal: AbortSignal,
  ): [URL, RequestInit] => [
    new URL(`/v1/${path(argument)}`, baseUrl),
    {
      method,
      signal,
      headers: {
        'Accept-Language': typeof lang === 'string' ? lang : lang(),
        // A header that no form or link can set: the portal refuses calls without it (CSRF, RFC 10017).
        ...(!open && { 'Mds-Partner': partner }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body(argument)) }),
      credentials: open ? 'omit' : 'include',
      cache: open ? 'default' : 'no-store',
      redirect: 'error',
      // Who signs out leaves the page, often before the portal has heard it.
      keepalive: method !== 'GET',
    },
  ];

  return async (operation, argument, wish) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = wish ? AbortSignal.any([wish, limit]) : limit;
    const tries = operation.method === 'GET' ? Math.min(retry, 2) : 0;
    for (let tried = 0; ; tried++) {
      let response: Response | undefined;
      let failure: PortalError;
      try {
        response = await send(...request(operation, argument, signal));
        if (response.ok) {
          const value: unknown = await response.json();
          return value;
        }
        failure = await failureOf(response);
      } catch (cause) {
        wish?.throwIfAborted();
        if (limit.aborted) throw new PortalError('timeout', { cause });
        // Not as a cause: a JSON parser quotes what it read, and that is the person's.
        if (cause instanceof SyntaxError) throw new PortalError('invalid-answer');
        failure = new PortalError('network', { cause });
      }
      const wait = waitBefore(failure, response);
      if (tried >= tries || wait === undefined) throw failure;
      await pause(wait + Math.random() * 300 * 2 ** tried, signal);
    }
  };
}
