import type { PortalClient } from '@mds-kit/client/portal-client';
import type { CSSResult, LitElement, ReactiveControllerHost } from 'lit';

/**
 * A module that is fetched when it is needed, and may not come: the network went, a filter blocks it, a deployment took
 * its version away. Nothing of that is thrown; the element is drawn again in either case.
 */
export class Late<T> {
  /** Undefined until it is there. */
  module: T | undefined;
  /**
   * That it did not come. Asked for `again`, it will not in every browser: Firefox (153) keeps the failure for the life
   * of the document, as HTML asked until 2026 (whatwg/html#6768); Chromium 156 and WebKit 2.50 fetch it anew. And no
   * document can fetch what a deployment took away: then a new document it must be.
   */
  lost: 'once' | 'asking' | 'again' | undefined;
  /** Stories and tests lose it. */
  load: () => Promise<T>;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.load = load;
  }

  /** Fetches it unless it is there or lost: who draws an element need not ask which. */
  readonly fetch = async (): Promise<void> => {
    if (!this.module && !this.lost) await this.#take('once');
  };

  /** The same, once more where it was lost: whoever goes on to something else may find it this time. */
  async anew(): Promise<void> {
    this.lost = undefined;
    await this.fetch();
  }

  /** The person asks for what is lost. */
  async again(): Promise<void> {
    this.lost = 'asking';
    this.#host.requestUpdate();
    await this.#take('again');
  }

  async #take(lost: 'once' | 'again'): Promise<void> {
    try {
      this.module = await this.load();
      this.lost = undefined;
    } catch {
      this.lost = lost;
    }
    this.#host.requestUpdate();
  }
}

/** What an element draws later: its styles, and what it waits for to be drawn in one piece. */
interface Chunk {
  readonly styles: readonly CSSResult[];
  readonly ready?: (portal: PortalClient | undefined) => Promise<void>;
}

/** Gives an element the styles of a chunk, once; what the chunk waits for is there then. */
export async function dressed<T extends Chunk>(
  { shadowRoot }: LitElement,
  portal: PortalClient | undefined,
  chunk: Promise<T>,
): Promise<T> {
  const module = await chunk;
  await module.ready?.(portal);
  const sheets = shadowRoot?.adoptedStyleSheets ?? [];
  for (const { styleSheet } of module.styles)
    if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  return module;
}
