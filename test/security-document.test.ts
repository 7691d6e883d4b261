import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KEPT } from '@mds-kit/portal/retention';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const text = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
const commands = [
  ...readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8').matchAll(
    /^npm test -- --only (\S+) ([^#\n]+)/gm,
  ),
].map(([, runner = '', paths = '']) => ({ runner, paths: paths.trim().split(/\s+/) }));

/** Test files that a runner finds by a part of their path. */
const FILES: Readonly<Record<string, string>> = {
  node: '{packages,test}/**/*.test.ts',
  postgres: '{packages,test}/**/*.{db,postgres}.test.ts',
  browsers: 'packages/**/*.test.ts',
  journeys: 'test/journeys/*.journey.ts',
};

describe('what SECURITY.md tells a partner to run', () => {
  it.each(commands)('$runner $paths is there', ({ runner, paths }) => {
    const files = globSync(FILES[runner] ?? '', { cwd: ROOT }).filter(
      (file) => !file.includes('node_modules'),
    );
    for (const path of paths)
      expect(
        files.some((file) => file.includes(path)),
        path,
      ).toBe(true);
  });
  it('is something for each promise', () => {
    expect(commands.length).toBeGreaterThanOrEqual(6);
  });
});

describe('how long SECURITY.md says that things are kept', () => {
  it.each([
    [`${KEPT.linkMonths} months after the last connection`],
    [`${KEPT.sessionIdleSeconds / 60} minutes idle, ${KEPT.sessionLongestSeconds / 3600} hours at most`],
    [`${KEPT.codeSeconds} seconds; ${KEPT.signOutSeconds / 60} minutes to sign out`],
    [`${KEPT.signInLongestSeconds / 60} minutes for a spent sign-in`],
    [`${KEPT.accessMonths} months (CNIL`],
  ])('%s', (words) => {
    expect(text).toContain(words);
  });
});
