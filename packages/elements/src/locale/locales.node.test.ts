import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('../../', import.meta.url));
type RuntimeConfig = ConstructorParameters<typeof RuntimeLitLocalizer>[0];
const read = (path: string) => readFileSync(path, 'utf8');

/** Message id → its source and its translation, as a translation file holds them. */
function units(xlf: string): Map<string, { source: string; target: string | undefined }> {
  const found = xlf.matchAll(/<trans-unit id="(\w+)">([\s\S]*?)<\/trans-unit>/g);
  return new Map(
    [...found].map(([, id = '', body = '']) => [
      id,
      {
        source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
        target: /<target>([\s\S]*?)<\/target>/.exec(body)?.[1],
      },
    ]),
  );
}

describe('locales', () => {
  let folder: string;
  const languages = readdirSync(join(home, 'locales')).map((file) => file.replace('.xlf', ''));

  // The tool writes: it works on a copy of the translations, with the real sources.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mds-locales-'));
    cpSync(join(home, 'locales'), join(folder, 'locales'), { recursive: true });
    const config = JSON.parse(read(join(home, 'lit-localize.json'))) as Record<string, object>;
    writeFileSync(
      join(folder, 'lit-localize.json'),
      JSON.stringify({
        ...config,
        inputFiles: [join(home, 'src/**/!(*.test).ts')],
        tsConfig: join(home, '../../tsconfig.json'),
        output: { ...config.output, outputDir: join(folder, 'generated') },
        interchange: { ...config.interchange, xliffDir: join(folder, 'locales') },
      }),
    );
    // As `lit-localize extract && lit-localize build` does; the sources are read once.
    const localizer = new RuntimeLitLocalizer(
      readConfigFileAndWriteSchema(join(folder, 'lit-localize.json')) as RuntimeConfig,
    );
    expect(localizer.extractSourceMessages().errors).toEqual([]);
    await localizer.writeInterchangeFiles();
    expect(localizer.validateTranslations().errors).toEqual([]);
    await localizer.build();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those that the tool builds and that pages can load', () => {
    const { targetLocales } = JSON.parse(read(join(home, 'lit-localize.json'))) as {
      targetLocales: string[];
    };
    const loaded = read(join(home, 'src/locale/change-locale.ts')).matchAll(/'\.\/generated\/(.+)\.ts'/g);
    expect([...targetLocales].sort()).toEqual([...languages].sort());
    expect([...loaded].map(([, code]) => code).sort()).toEqual([...languages].sort());
  });

  it.each(languages)('%s has every message of the sources, and no other', (language) => {
    const now = units(read(join(folder, `locales/${language}.xlf`)));
    const kept = units(read(join(home, `locales/${language}.xlf`)));
    expect([...kept.keys()].sort()).toEqual([...now.keys()].sort());
  });

  it.each(languages)('%s translates every message: none falls back to French', (language) => {
    const untranslated = [...units(read(join(home, `locales/${language}.xlf`))).values()]
      .filter(({ source, target }) => !target?.trim() || (target === source && /[éèàùêç’]/.test(source)))
      .map(({ source }) => source);
    expect(untranslated).toEqual([]);
  });

  it.each(languages)('%s is built from its translations as they stand', (language) => {
    expect(read(join(home, `src/locale/generated/${language}.ts`))).toBe(
      read(join(folder, `generated/${language}.ts`)),
    );
  });

  it('French has its apostrophes, and no breaking space before : ; ? ! €', () => {
    const wrong = [...units(read(join(home, 'locales/en.xlf'))).values()]
      .map(({ source }) => source.replace(/equiv-text="[^"]*"/g, ''))
      .filter((source) => /'| [:;?!€]|[^\s\u00a0\u202f][;?!](?=\s|$)/.test(source));
    expect(wrong).toEqual([]);
  });
});
