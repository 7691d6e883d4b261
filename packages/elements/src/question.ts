import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an element asks, of whom, and whom it tells. */
interface Asking<T, R> {
  /** Asked again whenever one of them changes. */
  readonly args: () => T;
  /** Undefined while there is nobody to ask. */
  readonly task: (args: T, signal: AbortSignal) => Promise<R> | undefined;
  readonly onComplete: (value: R) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Asks while its element is drawn, and draws it again with what came. Gives up when the element leaves the page, and
 * asks again when it comes back. In the place of a `Task` of @lit/task, of which a bubble needs a third.
 */
export class Question<const T extends readonly unknown[], R> implements ReactiveController {
  status: 'unasked' | 'asking' | 'answered' | 'failed' = 'unasked';
  /** The last answer, and the last failure; they stay while it is asked again. */
  value: R | undefined;
  error: unknown;

  readonly #host: ReactiveControllerHost;
  readonly #asking: Asking<T, R>;
  #args: readonly unknown[] | undefined;
  #left = false;
  #run: AbortController | undefined;

  constructor(host: ReactiveControllerHost, asking: Asking<T, R>) {
    this.#host = host;
    this.#asking = asking;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#left) void this.run();
    this.#left = false;
  }

  hostDisconnected(): void {
    this.#left = true;
    this.#run?.abort();
  }

  hostUpdate(): void {
    const before = this.#args;
    if (this.#asking.args().some((arg, index) => arg !== before?.[index])) void this.run();
  }

  /** Asks now; a former question that has no answer yet is given up, and resolves without one. */
  async run(): Promise<void> {
    const { args, task, onComplete, onError } = this.#asking;
    const asked = (this.#args = args());
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    const coming = task(asked, run.signal);
    this.status = coming ? 'asking' : 'unasked';
    this.#host.requestUpdate();
    if (!coming) return;
    let tell;
    try {
      const value = await coming;
      if (this.#run !== run) return;
      this.status = 'answered';
      this.value = value;
      this.error = undefined;
      tell = () => onComplete(value);
    } catch (error) {
      if (this.#run !== run) return;
      this.status = 'failed';
      this.value = undefined;
      this.error = error;
      tell = () => onError(error);
    }
    this.#run = undefined;
    this.#host.requestUpdate();
    tell();
  }
}
