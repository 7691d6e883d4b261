import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder } from './kit-build.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'mds-kit-build-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

const place = () => join(scratch, 'kit');
const kept = () => join(scratch, 'kit-versions');
const wordsIn = (folder: string) => readFileSync(join(folder, 'embed.js'), 'utf8');

function build(version: string, words = version): void {
  const built = join(scratch, 'kit-4711');
  mkdirSync(built);
  writeFileSync(join(built, 'manifest.json'), JSON.stringify({ version, files: {} }));
  writeFileSync(join(built, 'embed.js'), words);
  replaceFolder(built, place(), kept());
}

describe('a build that takes the place of another', () => {
  it('leaves the former one among the versions kept, whole, and nothing else behind', () => {
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) build(version);
    expect(wordsIn(place())).toBe('1.2.0');
    expect(readdirSync(kept()).sort()).toEqual(['1.0.0', '1.1.0']);
    expect(wordsIn(join(kept(), '1.1.0'))).toBe('1.1.0');
    expect(readdirSync(scratch).sort()).toEqual(['kit', 'kit-versions']);
  });

  it('is no former version of itself, and takes one over that comes back', () => {
    build('1.0.0', 'first');
    build('1.0.0', 'second');
    expect(readdirSync(scratch)).toEqual(['kit']);
    build('1.1.0');
    build('1.0.0', 'third');
    build('1.2.0');
    expect(readdirSync(kept()).sort()).toEqual(['1.0.0', '1.1.0']);
    expect(wordsIn(join(kept(), '1.0.0'))).toBe('third');
  });

  it('keeps every release, and of a working day the last three', () => {
    build('1.0.0');
    for (const hash of ['a', 'b', 'c', 'd', 'e']) build(`1.1.0-dev.${hash}`);
    build('1.1.0');
    expect(readdirSync(kept()).sort()).toEqual(['1.0.0', '1.1.0-dev.c', '1.1.0-dev.d', '1.1.0-dev.e']);
  });

  it('throws away what says no version', () => {
    mkdirSync(place());
    build('1.0.0');
    expect(readdirSync(scratch)).toEqual(['kit']);
  });
});
