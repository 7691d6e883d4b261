import type { LocaleModule } from '@lit/localize';
import { configureLocalization } from '@lit/localize/init/runtime.js';
import { SOURCE } from './locale.ts';

interface Target {
  readonly load: () => Promise<LocaleModule>;
  /** The locale of dates and amounts. */
  readonly formats: string;
}

/**
 * The languages that French is translated into: those of lit-localize.json, whose words `npm run locales` builds. What
 * else speaks is in the README, "Add a locale".
 */
const TARGETS: Readonly<Record<string, Target>> = {
  en: { load: () => import('./generated/en.ts'), formats: 'en-GB' },
};

const { setLocale } = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: Object.keys(TARGETS),
  loadLocale: (locale) => TARGETS[locale]?.load() ?? Promise.reject(new Error(`no locale ${locale}`)),
});

/** The language of ours that fits a BCP 47 tag best: `en-US` → `en`; French for what we do not speak. */
function fitting(lang: string): string {
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-'))))
    if (tag === SOURCE || tag in TARGETS) return tag;
  return SOURCE;
}

/** Loads the words; what is spoken from then on. */
export async function changeLocale(lang: string): Promise<{ words: string; formats: string }> {
  const words = fitting(lang);
  await setLocale(words);
  return { words, formats: TARGETS[words]?.formats ?? words };
}
