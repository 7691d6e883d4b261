/** Takes the indentation of our sources out of the templates that browsers download. */
import type { Plugin } from 'vite';

/** What the walk below needs of a syntax tree (ESTree). */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly tag?: { readonly name?: string };
  readonly callee?: { readonly name?: string };
  readonly quasi?: { readonly quasis: readonly Node[] };
}

type Collapse = (text: string) => string;

const COLLAPSE: Readonly<Record<string, Collapse>> = {
  // Browsers read a run of white space as one space; none of our templates preserve it.
  html: (text) => text.replace(/\s*\n\s*/g, ' '),
  svg: (text) => text.replace(/\s*\n\s*/g, ' '),
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      .replace(/\( | (?=\))/g, (edge) => edge.trim())
      .replace(/(?<![\w.])0(?=\.\d)/g, ''),
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every template of lit's, but for those inside `msg(…)`: the text of those is the key of their translation. */
function* templates(node: Node): Generator<{ collapse: Collapse; quasis: readonly Node[] }> {
  if (node.type === 'CallExpression' && node.callee?.name === 'msg') return;
  if (node.type === 'TaggedTemplateExpression') {
    const collapse = COLLAPSE[node.tag?.name ?? ''];
    if (collapse && node.quasi) yield { collapse, quasis: node.quasi.quasis };
  }
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* templates(child);
}

export const collapseTemplates: Plugin = {
  name: 'mds-collapse-templates',
  enforce: 'post',
  sharedDuringBuild: true,
  transform(code, id) {
    if (!/packages\/(elements|portal)\/src\//.test(id.replaceAll('\\', '/'))) return null;
    let out = '';
    let at = 0;
    const edits = [...templates(this.parse(code) as Node)]
      .flatMap(({ collapse, quasis }) => quasis.map(({ start, end }) => ({ start, end, collapse })))
      .sort((a, b) => a.start - b.start);
    for (const { start, end, collapse } of edits) {
      out += code.slice(at, start) + collapse(code.slice(start, end));
      at = end;
    }
    return { code: out + code.slice(at), map: null };
  },
};
