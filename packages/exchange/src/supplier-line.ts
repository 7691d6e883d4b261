import type { MissingReason } from '@mds-kit/contract/rights';
import { Breaker, USUAL_BREAKER, type BreakerOptions, type BreakerState } from './acquisition/breaker.ts';
import type { EnvelopeStatus } from './acquisition/envelope.ts';
import type { CallCount, ExchangeMetrics } from './acquisition/metrics.ts';
import type { Assertion, Assertions } from './assertions.ts';
import type { Secret } from './catalogue/secret.ts';
import { isoOf, monotonic as machine, type Clock, type Monotonic } from './clock.ts';
import { CallFailure, FAILURES, type FailureReason } from './failure.ts';
import { createHttpTransport, type Transport } from './http-transport.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Person } from './person.ts';
import { callSupplier, type SupplierAnswer } from './supplier-call.ts';

export type LineOptions = {
  assertions: Assertions;
  clock: Clock;
  journal: Journal;
  monotonic?: Monotonic;
  /** HTTP by default, with connections of its own for each supplier. */
  transport?: Transport;
  breaker?: BreakerOptions;
};

export type LineCall<T> = {
  mode: JournalEntry['mode'];
  service: string;
  /** Path of the resource, for the journal. */
  resource: string;
  url: string;
  key: Secret;
  person: Person;
  timeoutMs: number;
  /** Much less time than this supplier is promised: what it then misses is not held against it. */
  shortened?: boolean;
  correlation: string;
  signal?: AbortSignal | undefined;
  /** Bytes that an answer may have; 256 kB when not given. */
  limitBytes?: number;
  /** `data` → what it means. Whatever it throws is schema drift. */
  read(data: Record<string, unknown>): T;
  /** Whether what was read is nothing, for the status. */
  isEmpty?(value: T): boolean;
};

export type LineAnswer<T> =
  | { status: 'ok'; value: T }
  /** null: the supplier has no file of this person. */
  | { status: 'empty'; value: T | null }
  | { status: 'not-covered' }
  | { status: MissingReason; reason: FailureReason };

const leaving = (signal?: AbortSignal): Error =>
  signal?.reason instanceof Error ? signal.reason : new DOMException('The person left', 'AbortError');

const failureOf = (reason: FailureReason) => ({ status: FAILURES[reason].status, reason });

/**
 * The lines to all suppliers: each has its breaker, its connections and its counters; every call ends by its
 * deadline and is journalled, whatever the other side does.
 */
export class SupplierLines {
  readonly #options: LineOptions;
  readonly #now: Monotonic;
  readonly #lines = new Map<string, { breaker: Breaker; transport: Transport; close: () => void }>();
  readonly #counts = new Map<string, CallCount>();
  #journalFailures = 0;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#now = options.monotonic ?? machine;
  }

  /** Rejects only when `call.signal` aborts, with its reason. */
  async ask<T>(supplier: string, call: LineCall<T>): Promise<LineAnswer<T>> {
    call.signal?.throwIfAborted();
    const { breaker, transport } = this.#line(supplier);
    const startedAt = this.#now();
    const end = (answer: LineAnswer<T>): LineAnswer<T> => {
      this.#record(supplier, call, answer, this.#now() - startedAt, breaker.state);
      return answer;
    };
    if (call.timeoutMs <= 0) return end(failureOf('too-late'));
    const pass = breaker.admit();
    if (!pass) return end(failureOf('breaker-open'));
    try {
      const answer = await this.#call(supplier, call, transport);
      pass.succeeded();
      return end(this.#read(call, answer));
    } catch (error) {
      if (call.signal?.aborted) {
        pass.abandoned();
        throw error;
      }
      const reason = error instanceof CallFailure ? error.reason : 'internal';
      if (FAILURES[reason].trips) pass.failed();
      else pass.succeeded();
      return end(failureOf(reason));
    }
  }

  /** For a supplier that is not asked, yet owes an answer: journalled as such. */
  refuse<T>(
    supplier: string,
    call: Pick<LineCall<T>, 'mode' | 'service' | 'correlation'>,
    reason: FailureReason,
  ) {
    const answer = failureOf(reason);
    this.#record(supplier, { ...call, resource: null }, answer, 0, this.#line(supplier).breaker.state);
    return answer;
  }

  metrics(): ExchangeMetrics {
    return {
      calls: [...this.#counts.values()].map((count) => ({ ...count })),
      breakers: [...this.#lines].map(([supplier, { breaker }]) => ({
        supplier,
        state: breaker.state,
        opened: breaker.opened,
      })),
      journalFailures: this.#journalFailures,
    };
  }

  close(): void {
    for (const { close } of this.#lines.values()) close();
  }

  #line(supplier: string) {
    const known = this.#lines.get(supplier);
    if (known) return known;
    const { transport } = this.#options;
    const line = {
      breaker: new Breaker(this.#options.breaker ?? USUAL_BREAKER, this.#now),
      ...(transport ? { transport, close: () => undefined } : createHttpTransport()),
    };
    this.#lines.set(supplier, line);
    return line;
  }

  /** The call against its deadline: the deadline wins even over a transport that does not hear its signal. */
  #call<T>(supplier: string, call: LineCall<T>, transport: Transport): Promise<SupplierAnswer> {
    const { signal } = call;
    const assertion = this.#sign(supplier, call.person);
    return new Promise((resolve, reject) => {
      const controller = new AbortController();
      let answering = false;
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', left);
        settle();
      };
      const stop = (error: Error) => {
        finish(() => reject(error));
        controller.abort();
      };
      const left = () => stop(leaving(signal));
      const late = () => (call.shortened ? 'too-late' : answering ? 'drip' : 'no-answer');
      const timer = setTimeout(() => stop(new CallFailure(late())), call.timeoutMs);
      signal?.addEventListener('abort', left, { once: true });
      const asked = callSupplier({
        transport,
        url: call.url,
        key: call.key.reveal(),
        assertion,
        signal: controller.signal,
        limitBytes: call.limitBytes,
        onAnswering: () => (answering = true),
      });
      asked.then(
        (answer) => finish(() => resolve(answer)),
        // Nothing of an unforeseen error may travel on: its text could quote what was sent.
        (error: unknown) =>
          finish(() => reject(error instanceof CallFailure ? error : new CallFailure('network'))),
      );
    });
  }

  /** A key of ours that does not sign is no fault of the supplier's. */
  #sign(supplier: string, person: Person): Assertion {
    try {
      return this.#options.assertions.sign(supplier, person);
    } catch {
      throw new CallFailure('internal');
    }
  }

  #read<T>(call: LineCall<T>, answer: SupplierAnswer): LineAnswer<T> {
    if (answer.kind === 'not-covered') return { status: 'not-covered' };
    if (answer.kind === 'absent') return { status: 'empty', value: null };
    let value: T;
    try {
      value = call.read(answer.data);
    } catch {
      // zod's message quotes values.
      return failureOf('drift');
    }
    return call.isEmpty?.(value) ? { status: 'empty', value } : { status: 'ok', value };
  }

  #record(
    supplier: string,
    call: { mode: JournalEntry['mode']; service: string; resource: string | null; correlation: string },
    answer: LineAnswer<unknown>,
    elapsedMs: number,
    breaker: BreakerState,
  ): void {
    const { status } = answer;
    const ms = Math.round(elapsedMs);
    this.#count(supplier, call.service, status, elapsedMs);
    try {
      this.#options.journal({
        at: isoOf(this.#options.clock()),
        mode: call.mode,
        service: call.service,
        supplier,
        resource: call.resource,
        status,
        reason: 'reason' in answer ? answer.reason : null,
        ms,
        breaker,
        correlation: call.correlation,
      });
    } catch {
      // A person's answer does not wait for a full disk; the counter tells the operator.
      this.#journalFailures += 1;
    }
  }

  #count(supplier: string, service: string, status: EnvelopeStatus, ms: number): void {
    const key = `${supplier} ${service} ${status}`;
    const count = this.#counts.get(key);
    if (count) {
      count.count += 1;
      count.msTotal += ms;
    } else this.#counts.set(key, { supplier, service, status, count: 1, msTotal: ms });
  }
}
