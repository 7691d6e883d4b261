/** For tests: a page whose frames are stand-in-frame.html on another origin, and what those frames were sent. */
import type { Page } from './page.ts';

/** The test runner answers on both names of this machine, which browsers hold for two sites. */
export const FRAMES = location.origin.replace('127.0.0.1', 'localhost');

type Behaviour = 'ready' | 'silent' | 'failing';

export interface Told {
  readonly standIn: string;
  readonly init?: Record<string, unknown>;
  readonly received?: Record<string, unknown>;
  readonly origin?: string;
}

export function standInPage(behaviour: Behaviour, parts: Partial<Page> = {}): Page {
  return {
    origin: FRAMES,
    version: '1.2.3',
    patience: 5000,
    url: (name, lang) =>
      new URL(
        `stand-in-frame.html?behaviour=${behaviour}&name=${name}&lang=${lang}`,
        import.meta.url.replace(location.origin, FRAMES),
      ).href,
    controller: () => () => Promise.resolve(),
    ...parts,
  };
}

/** What stand-in frames told until now, and the next thing that passes a test. */
export class Ear {
  readonly heard: Told[] = [];
  readonly #waiting = new Set<(told: Told) => void>();
  readonly #listen = ({ data, origin }: MessageEvent<Partial<Told>>) => {
    const { standIn } = data;
    if (origin !== FRAMES || standIn === undefined) return;
    const told = { ...data, standIn };
    this.heard.push(told);
    for (const hear of this.#waiting) hear(told);
  };

  constructor() {
    addEventListener('message', this.#listen);
  }

  /** Resolves with the first thing heard, be it before or after, that the test wants. */
  until(wanted: (told: Told) => boolean): Promise<Told> {
    const past = this.heard.find(wanted);
    if (past) return Promise.resolve(past);
    return new Promise((resolve) => {
      const hear = (told: Told) => {
        if (!wanted(told)) return;
        this.#waiting.delete(hear);
        resolve(told);
      };
      this.#waiting.add(hear);
    });
  }

  close(): void {
    removeEventListener('message', this.#listen);
  }
}
