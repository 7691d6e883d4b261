import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { bans } from './bans.ts';
import { floors, PAGE_FOLDERS } from './floors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const tests = ['**/*.test.ts', 'test/journeys/**/*.ts'];
const page = [...PAGE_FOLDERS.map((folder) => `${folder}/**/*.ts`), 'stories/**/*.ts'];
const withElements = [
  'packages/elements/src/**/*.ts',
  'packages/portal/src/{frames,hosted}/**/*.ts',
  'stories/**/*.ts',
];
/** They take their Clock from outside (MDS_NOW); only a file named clock.ts may read the machine's. */
const clocked = ['packages/{contract,exchange,simulator,dsn,database,portal,resources,sandbox}/src/**/*.ts'];

export default defineConfig(
  { ignores: ['**/node_modules/**', '.build/**', '.data/**', '**/generated/**', 'test-results/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `!` hides an undefined; the strict set forbids it already, tests included.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A quarter of the linter's time, for enums that erasable syntax excludes and for class look-alikes.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // French names and codes hold no emoji.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A named key (`[supplierId: string]`) says more than a Record can.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    plugins: { house: { rules: { floors } } },
    rules: {
      'house/floors': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'object-shorthand': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...bans.markup, ...bans.tests],
    },
  },
  {
    files: clocked,
    ignores: [...tests, '**/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bans.markup, ...bans.clock] },
  },
  {
    files: page,
    rules: {
      'no-restricted-globals': ['error', ...bans.storage],
      'no-restricted-properties': ['error', ...bans.storageOfWindow],
    },
  },
  {
    files: page,
    ignores: [...tests, 'packages/contract/src/openapi*.ts'],
    rules: { 'no-restricted-globals': ['error', ...bans.storage, ...bans.node] },
  },
  {
    files: withElements,
    extends: [lit['flat/recommended'], litA11y.configs.recommended, wc['flat/best-practice']],
    settings: {
      litHtmlSources: true,
      wc: { elementBaseClasses: ['LitElement', 'MdsElement', 'AnswerElement'] },
    },
    rules: {
      // LitElement has every lifecycle method, and TypeScript knows it.
      'wc/guard-super-call': 'off',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-native-attributes': 'off',
      'lit/prefer-static-styles': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/quoted-expressions': 'error',
    },
  },
  {
    files: tests,
    rules: {
      // chai's `expect(x).to.be.true` and vitest's `expect(object.method)` are how these libraries speak
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // @open-wc/testing types each `equal` as if it compared snapshots
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' }],
        },
      ],
      // Playwright reads which fixtures a test asks for from its pattern, an empty one too.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
);
