import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { floors } from './floors.ts';

const linter = new Linter({ configType: 'flat', cwd: '/house' });

/** The floors rule's message ids for one import in one file. */
function verdict(filename: string, code: string): (string | undefined)[] {
  const messages = linter.verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { house: { rules: { floors } } },
      rules: { 'house/floors': 'error' },
    },
    { filename: `/house/${filename}` },
  );
  return messages.map((message) => message.messageId ?? message.message);
}

const importing = (specifier: string) => `import x from '${specifier}'; console.log(x);`;

describe('floors', () => {
  it.each([
    ['packages/portal/src/app.ts', '@mds-kit/contract/rights'],
    ['packages/portal/src/app.ts', '@mds-kit/elements/rights-bubble/rights-bubble'],
    ['packages/elements/src/rights-bubble/rights-bubble.ts', '../locale/words.ts'],
    ['packages/exchange/src/acquire.ts', 'node:http'],
    ['packages/contract/src/rights.ts', 'zod/mini'],
    ['packages/contract/src/openapi.test.ts', 'node:fs'],
    ['packages/portal/src/config.ts', 'zod'],
    ['stories/rights-bubble.stories.ts', '@mds-kit/sandbox/citizens'],
    ['demo/start.ts', '../.setup/kit.js'],
    ['vite.config.ts', './packages/elements/src/x.ts'],
  ])('lets %s import %s', (file, specifier) => {
    expect(verdict(file, importing(specifier))).toEqual([]);
  });

  it.each([
    ['packages/contract/src/rights.ts', '@mds-kit/client/portal', 'upwards'],
    ['packages/client/src/portal.test.ts', '@mds-kit/portal/app', 'upwards'],
    ['packages/elements/src/x/x.ts', '@mds-kit/embed/shell', 'sideways'],
    ['packages/exchange/src/acquire.ts', '../../database/src/jobs.ts', 'sideways'],
    ['packages/portal/src/app.ts', '../../contract/src/rights.ts', 'byName'],
    ['packages/portal/src/app.ts', '../../../.setup/kit.js', 'outside'],
    ['packages/newcomer/src/a.ts', '@mds-kit/contract/rights', 'noFloor'],
    ['packages/client/src/portal.ts', 'node:http', 'node'],
    ['packages/client/src/portal.ts', 'crypto', 'node'],
    ['packages/portal/src/frames/frame.ts', 'node:fs', 'node'],
    ['packages/contract/src/rights.ts', 'zod', 'zod'],
    ['packages/contract/src/rights.ts', 'zod/v4', 'zod'],
    ['packages/embed/src/guards.ts', 'zod/mini', 'zodInEmbed'],
    ['packages/embed/src/shell.ts', 'lit', 'lit'],
    ['packages/client/src/portal.ts', '@lit/task', 'lit'],
  ])('stops %s importing %s: %s', (file, specifier, messageId) => {
    expect(verdict(file, importing(specifier))).toEqual([messageId]);
  });

  it('sees every way to import', () => {
    const file = 'packages/client/src/a.ts';
    const forms = [
      "import type { A } from '@mds-kit/portal/app'; export const a = (x: A) => x;",
      "export { a } from '@mds-kit/portal/app';",
      "export * from '@mds-kit/portal/app';",
      "export const a = () => import('@mds-kit/portal/app');",
      "export type A = import('@mds-kit/portal/app').A;",
    ];
    for (const code of forms) expect(verdict(file, code), code).toEqual(['upwards']);
  });
});
