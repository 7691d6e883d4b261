/** What the script knows of the page that loaded it. */
export interface Page {
  /** Origin of the frames; everything posted to them names it. */
  readonly origin: string;
  readonly version: string;
  /** Milliseconds that a frame may take to be ready. */
  readonly patience: number;
  /** Address of the frame of a tag, or of the `controller`. */
  readonly url: (name: string, lang: string) => string;
  /**
   * Sees to it that the page has its controller frame; returns the way to end the person's session with the portal, which
   * resolves when the portal has ended it, or could not be reached.
   */
  readonly controller: (lang: string) => () => Promise<void>;
}

/** `data-partner`, `data-return` and `data-ticket-url` of our own script tag; that one is missing is said to the developer. */
export function settingsOf(scriptUrl: string): DOMStringMap {
  // Not `document.scripts`, which an element of that name takes the place of.
  const own = [...document.querySelectorAll('script')].find(({ src }) => src === scriptUrl);
  const { dataset } = own ?? document.querySelector<HTMLElement>('script[data-partner]') ?? document.body;
  if (!dataset.partner) console.error('[mds-kit] <script> needs data-partner');
  return dataset;
}
