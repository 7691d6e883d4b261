/** For tests: a portal that answers `fetch` call by call, in the order given, and remembers what it was asked. */
type Answer = Response | Error | Promise<Response>;

export interface StubPortal {
  readonly fetch: typeof globalThis.fetch;
  readonly asked: Request[];
}

/** The last answer is given to every further call. A call that its caller gives up fails as a real one does. */
export function stubPortal(...answers: (() => Answer)[]): StubPortal {
  const asked: Request[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request);
      const given = new Promise<never>((_, reject) =>
        request.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      );
      const settled = await Promise.race([answer?.() ?? Response.error(), given]);
      if (settled instanceof Error) throw settled;
      return settled;
    },
  };
}

export const json = (value: unknown) => () => Response.json(value);
export const never = () => Promise.withResolvers<Response>().promise;
export const unreachable = () => new TypeError('fetch failed');

export const refusal =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json(
      { type: `urn:mds-kit:problem:${code}`, title: 'Une panne', status, code },
      { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
    );
