import type { LocaleModule } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * French is the source: its words are in the code and nothing is loaded for it. To add a language, put its
 * `locales/<code>.xlf` beside en.xlf, run `npm run locales -w packages/elements`, and add its line here.
 */
const TARGETS: Readonly<Record<string, Target>> = {
  en: { load: () => import('./generated/en.ts'), formats: 'en-GB' },
};

interface Target {
  readonly load: () => Promise<LocaleModule>;
  /** The locale of dates and amounts, where it must be more precise than that of the words. */
  readonly formats?: string;
}

const SOURCE = 'fr';

// @lit/localize holds one locale per module copy, hence one for the whole document.
let wanted = '';
let current = SOURCE;
let settled = true;
let apply: ((locale: string) => Promise<void>) | undefined;
const hosts = new Set<ReactiveControllerHost>();

/** The language of the words on screen: `lang` of what the elements render (RGAA 8.7). */
export const wordsLocale = () => current;
/** The locale in which dates and amounts are written. */
export const formatsLocale = () => TARGETS[current]?.formats ?? current;
/** False while the words of another language are on their way: elements then show a skeleton without words. */
export const wordsReady = () => settled;

/** The language of ours that fits a BCP 47 tag best: `en-US` → `en`; French for what we do not speak. */
function fitting(lang: string): string {
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-'))))
    if (tag === SOURCE || tag in TARGETS) return tag;
  return SOURCE;
}

// The runtime of @lit/localize is loaded with the first other language: French pages never download it.
async function configure(): Promise<(locale: string) => Promise<void>> {
  const { configureLocalization } = await import('@lit/localize/init/runtime.js');
  return configureLocalization({
    sourceLocale: SOURCE,
    targetLocales: Object.keys(TARGETS),
    loadLocale: (locale) => TARGETS[locale]?.load() ?? Promise.reject(new Error(`no locale ${locale}`)),
  }).setLocale;
}

/** Changes the language of every element of the document; resolves when the words are on screen. */
export async function setDocumentLocale(lang: string): Promise<void> {
  const locale = fitting(lang);
  wanted = locale;
  if (locale === current && settled) return;
  settled = false;
  let reached = locale;
  try {
    if (locale !== SOURCE || apply) await (apply ??= await configure())(locale);
  } catch {
    reached = current; // the words could not be loaded: those at hand are better than none
  }
  if (wanted !== locale) return;
  current = reached;
  settled = true;
  await Promise.all(
    [...hosts].map((host) => {
      host.requestUpdate();
      return host.updateComplete;
    }),
  );
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
    if (!wanted) void setDocumentLocale(langAround(this.#host));
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }
}
