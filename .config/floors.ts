/**
 * The floors of the house, as a lint rule: a package imports only from lower floors (sideways counts as up), its
 * tests too. What runs in a page also keeps Node, classic zod and, below the elements, Lit out of its imports.
 */
import { isBuiltin } from 'node:module';
import { posix, relative, resolve, sep } from 'node:path';
import type { Rule } from 'eslint';

const FLOORS: Readonly<Record<string, number>> = {
  contract: 1,
  client: 2,
  exchange: 2,
  simulator: 2,
  dsn: 2,
  database: 2,
  elements: 3,
  embed: 3,
  portal: 4,
  resources: 4,
  sandbox: 5,
  stories: 6,
  demo: 6,
  test: 6,
};

const SCOPE = '@mds-kit/';
const TOP_FOLDERS = new Set(['stories', 'demo', 'test']);

/** Folders whose modules a browser downloads. */
export const PAGE_FOLDERS = [
  'packages/contract/src',
  'packages/client/src',
  'packages/simulator/src',
  'packages/dsn/src',
  'packages/elements/src',
  'packages/embed/src',
  'packages/portal/src/frames',
  'packages/portal/src/hosted',
] as const;

/** The package that a repository path (with forward slashes) belongs to; undefined for tool files. */
function packageOf(path: string): string | undefined {
  const [first = '', second] = path.split('/');
  if (first === 'packages') return second;
  return TOP_FOLDERS.has(first) ? first : undefined;
}

const isTest = (path: string) => path.endsWith('.test.ts');

type Finding = { messageId: string; data?: Record<string, string> };

function betweenPackages(from: string, to: string, byPath: boolean): Finding | undefined {
  if (from === to) return;
  const [mine, theirs] = [FLOORS[from], FLOORS[to]];
  if (mine === undefined) return { messageId: 'noFloor', data: { name: from } };
  if (theirs === undefined) return { messageId: 'noFloor', data: { name: to } };
  if (theirs >= mine) {
    const data = { from, to, mine: String(mine), theirs: String(theirs) };
    return { messageId: theirs === mine ? 'sideways' : 'upwards', data };
  }
  if (byPath) return { messageId: 'byName', data: { to } };
  return;
}

/** What a page must not download. Tests of contract and client run in Node, hence their exemption. */
function intoPage(file: string, specifier: string): Finding | undefined {
  if (!PAGE_FOLDERS.some((folder) => file.startsWith(`${folder}/`))) return;
  const name = packageOf(file);
  const test = isTest(file);
  if (!test && isBuiltin(specifier)) return { messageId: 'node', data: { specifier } };
  if (/^zod($|\/(?!mini$))/.test(specifier)) return { messageId: 'zod' };
  if (name === 'embed' && !test && specifier === 'zod/mini') return { messageId: 'zodInEmbed' };
  const lit = /^(lit|lit-html|lit-element|@lit\/.+|@lit-labs\/.+)(\/|$)/.test(specifier);
  if (lit && name !== 'elements' && name !== 'portal')
    return { messageId: 'lit', data: { name: name ?? '' } };
  return;
}

function judge(file: string, specifier: string): Finding | undefined {
  const from = packageOf(file);
  if (from === undefined) return;
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file), specifier);
    const to = packageOf(target);
    if (to !== undefined) return betweenPackages(from, to, true);
    return FLOORS[from] === 6 ? undefined : { messageId: 'outside', data: { from } };
  }
  if (specifier.startsWith(SCOPE)) {
    const [to = ''] = specifier.slice(SCOPE.length).split('/');
    return betweenPackages(from, to, false);
  }
  return intoPage(file, specifier);
}

export const floors: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'A package imports only from lower floors' },
    schema: [],
    messages: {
      upwards:
        '{{from}} (floor {{mine}}) imports {{to}} (floor {{theirs}}), which stands above it. Move the shared part down, or pass it in; a test that needs both lives in test/.',
      sideways:
        '{{from}} and {{to}} stand on the same floor ({{mine}}) and may not know each other. Move the shared part one floor down; a test that needs both lives in test/.',
      byName: "Another package is imported by its name: '@mds-kit/{{to}}/…'.",
      outside: '{{from}} reaches out of the packages; only stories, demo and test may use the tool folders.',
      noFloor: "'{{name}}' has no floor yet: give it one in .config/floors.ts.",
      node: "'{{specifier}}' does not exist in a page, and this file is downloaded by one.",
      zod: "Use 'zod/mini' here: classic zod compiles functions, which the content security policy forbids, and weighs three times as much.",
      zodInEmbed: 'embed carries no zod: its guards are written by hand (≤ 3,000 bytes brotli).',
      lit: '{{name}} carries no Lit.',
    },
  },
  create(context) {
    const file = relative(context.cwd, resolve(context.filename)).split(sep).join('/');
    const check = (node: Rule.Node, source: unknown) => {
      if (typeof source !== 'string') return;
      const finding = judge(file, source);
      if (finding) context.report({ node, ...finding });
    };
    const bySource = (node: Rule.Node) => {
      if ('source' in node && node.source && 'value' in node.source) check(node, node.source.value);
    };
    return {
      ImportDeclaration: bySource,
      ExportNamedDeclaration: bySource,
      ExportAllDeclaration: bySource,
      ImportExpression: bySource,
      // import('…').Type, a node of typescript-eslint that ESLint's own types do not list
      TSImportType: bySource,
    };
  },
};
