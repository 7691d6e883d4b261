import { initialState, Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';

/** What an element asks, of whom, and whom it tells. */
interface Asking<T extends readonly unknown[], R> {
  /** Asked again whenever one of them changes. */
  readonly args: () => T;
  /** Undefined while there is nobody to ask. */
  readonly task: (args: T, signal: AbortSignal) => Promise<R> | undefined;
  readonly onComplete: (value: R) => void;
  readonly onError: (error: unknown) => void;
}

/** A task that gives up when its element leaves the page, and asks again when it comes back. */
export class Question<const T extends readonly unknown[], const R> extends Task<T, R> {
  #left = false;

  constructor(host: ReactiveControllerHost, { args, task, onComplete, onError }: Asking<T, R>) {
    super(host, {
      args,
      task: (given, { signal }) => task(given, signal) ?? initialState,
      // Told once the task knows its own answer, which it tells first and notes then.
      onComplete: (value) => queueMicrotask(() => onComplete(value)),
      onError: (error) => queueMicrotask(() => onError(error)),
    });
  }

  hostConnected(): void {
    if (this.#left) void this.run();
    this.#left = false;
  }

  hostDisconnected(): void {
    this.#left = true;
    this.abort();
  }
}
