import { Pool, type Dispatcher } from 'undici';
import { CallFailure } from './failure.ts';

export type TransportRequest = {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  signal: AbortSignal;
  /** Bytes that an answer may have; `oversize` as soon as it passes them. */
  limitBytes: number;
  /** Told when the answer begins, before its body. What it throws ends the call, and lets go of the connection. */
  accept: (head: AnswerHead) => void;
};

export type AnswerHead = { status: number; contentType: string; contentEncoding: string };

export type TransportAnswer = { status: number; body: Uint8Array };

/** How bytes travel: one POST, no redirect ever followed. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** A supplier that hangs keeps at most this many connections of ours, and none of another supplier's. */
const MAX_SOCKETS = 256;
/** Below the 5 s after which Node servers close an idle connection, so that we never write into a closing one. */
const IDLE_MS = 4_000;

/** HTTP/1.1 as ever; how long an answer may take is each call's own affair. */
const SETTINGS: Pool.Options = {
  connections: MAX_SOCKETS,
  keepAliveTimeout: IDLE_MS,
  keepAliveMaxTimeout: IDLE_MS,
  headersTimeout: 0,
  bodyTimeout: 0,
  allowH2: false,
};

const textOf = (header: string | string[] | undefined) => [header ?? ''].flat().join(', ');

/** One answer as it comes in. What a handler throws ends the call and its connection. */
class Incoming implements Dispatcher.DispatchHandler {
  readonly #request: TransportRequest;
  readonly #answer = Promise.withResolvers<TransportAnswer>();
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;

  constructor(request: TransportRequest) {
    this.#request = request;
  }

  get answer(): Promise<TransportAnswer> {
    return this.#answer.promise;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { signal } = this.#request;
    const leave = () => controller.abort(new CallFailure('network'));
    // It may have waited for a connection longer than anybody waits for it.
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // 103 and the like: the answer is still to come.
    if (status < 200) return;
    this.#status = status;
    this.#request.accept({
      status,
      contentType: textOf(headers['content-type']),
      contentEncoding: textOf(headers['content-encoding']),
    });
    this.#expect(Number(headers['content-length'] ?? 0));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    this.#expect(this.#size);
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const body = only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
    this.#answer.resolve({ status: this.#status, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#answer.reject(error instanceof CallFailure ? error : new CallFailure('network'));
  }

  #expect(bytes: number): void {
    if (bytes > this.#request.limitBytes) throw new CallFailure('oversize');
  }
}

/**
 * undici’s dispatcher itself, with connections of its own, kept alive: the same call costs nearly three times the
 * processor with node:http (27 against 74 µs), more still with fetch, and several are made for every answer of the portal.
 */
export function createHttpTransport(): { transport: Transport; close: () => void } {
  const pools = new Map<string, Pool>();
  // The addresses of one supplier's resources: parsed once each.
  const targets = new Map<string, { pool: Pool; path: string }>();

  function poolOf(origin: string): Pool {
    let pool = pools.get(origin);
    if (!pool) pools.set(origin, (pool = new Pool(origin, SETTINGS)));
    return pool;
  }

  function targetOf(url: string): { pool: Pool; path: string } {
    let target = targets.get(url);
    if (!target) {
      const { origin, pathname, search } = new URL(url);
      targets.set(url, (target = { pool: poolOf(origin), path: pathname + search }));
    }
    return target;
  }

  return {
    transport(request) {
      const { pool, path } = targetOf(request.url);
      const incoming = new Incoming(request);
      pool.dispatch({ method: 'POST', path, headers: request.headers, body: request.body }, incoming);
      return incoming.answer;
    },
    close: () => {
      for (const pool of pools.values()) void pool.destroy();
    },
  };
}
