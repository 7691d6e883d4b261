import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * French is the source: its words are in the code, and nothing is loaded for it. @lit/localize holds one locale per
 * module copy, hence one for the whole document: the `lang` nearest to the first element decides it.
 */
export const SOURCE = 'fr';

/** The language on screen; `formats` where dates and amounts need a more precise locale than words. */
interface Spoken {
  readonly words: string;
  readonly formats: string;
}

let spoken: Spoken = { words: SOURCE, formats: SOURCE };
let asked: string | undefined;
let change: Promise<void> | undefined;
const hosts = new Set<ReactiveControllerHost>();

/** The language of the words on screen: `lang` of what the elements render (RGAA 8.7). */
export const wordsLocale = () => spoken.words;
/** The locale in which dates and amounts are written. */
export const formatsLocale = () => spoken.formats;
/** False while the words of another language are on their way: elements then show a skeleton without words. */
export const wordsReady = () => !change;
/** Resolves when the words are there. */
export const wordsSettled = (): Promise<void> => change ?? Promise.resolve();

/** Changes the language of every element of the document; resolves when the words are on screen. */
export async function setDocumentLocale(lang: string): Promise<void> {
  asked = lang;
  // Other languages are the business of a module of their own, which French pages never download.
  // French of some country is French; `fr-x-falc`, easy to read, has other words.
  if (/^fr(-\w\w)?$/i.test(lang) && spoken.words === SOURCE && !change) return;
  const started = import('./change-locale.ts')
    .then(({ changeLocale }) => changeLocale(lang))
    .catch(() => spoken); // the words could not be loaded: those at hand are better than none
  const mine = (change = started.then((next) => {
    if (change !== mine) return;
    spoken = next;
    change = undefined;
  }));
  await mine;
  for (const host of hosts) host.requestUpdate();
  await Promise.all([...hosts].map((host) => host.updateComplete));
}

/** The nearest `lang`, looking out of shadow roots too. */
function langAround(element: Element): string {
  const near = element.closest('[lang]')?.getAttribute('lang');
  if (near) return near;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? langAround(root.host) : SOURCE;
}

/** Draws an element again when the language changes; the first element of a document decides the language. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (!asked) void setDocumentLocale(langAround(this.#host));
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }
}
