import { Task } from '@lit/task';

/** A task that gives up when its element leaves the page, and asks again when it comes back. */
export class Question<const T extends readonly unknown[], const R> extends Task<T, R> {
  #left = false;

  hostConnected(): void {
    if (this.#left) void this.run();
    this.#left = false;
  }

  hostDisconnected(): void {
    this.#left = true;
    this.abort();
  }
}
