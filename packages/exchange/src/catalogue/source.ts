import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { Fault } from './catalogue-error.ts';

export type Path = readonly (string | number)[];

/** A YAML file that remembers where each value stands, its `${NAME}` placeholders resolved. */
export type Source = {
  value: unknown;
  faults: Fault[];
  /** The fault at a path: its key for a mapping, its first character otherwise, else the nearest parent. */
  fault(path: Path, message: string): Fault;
  line(path: Path): number;
  /** Whether the value at this path is nothing but one placeholder: it lives in the environment, not in the file. */
  isReference(path: Path): boolean;
};

type Env = Readonly<Record<string, string | undefined>>;

const PLACEHOLDER = /\$\{([^}]*)\}/g;
const NAME = /^[A-Z][A-Z0-9_]*$/;

const offsetOf = (node: Node | null | undefined) => node?.range?.[0];

function offsetAt(doc: Document, path: Path): { offset: number; node: Node | null } {
  let node: Node | null = doc.contents;
  let offset = offsetOf(node) ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(doc) ?? null;
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) return { offset, node: null };
      offset = offsetOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = (node.items as (Node | undefined)[])[Number(step)];
      if (!item) return { offset, node: null };
      offset = offsetOf(item) ?? offset;
      node = item;
    } else return { offset, node: null };
  }
  return { offset, node };
}

export function readSource(text: string, env: Env): Source {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, path: Path, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, path: path.join('.'), message };
  };
  const faults = doc.errors.map((error) => at(error.pos[0], [], `is not YAML: ${error.message}`));
  const references = new WeakSet<Node>();
  const fault = (path: Path, message: string) => at(offsetAt(doc, path).offset, path, message);

  if (faults.length === 0)
    visit(doc, {
      Scalar(_key, node) {
        if (typeof node.value !== 'string' || !node.value.includes('${')) return;
        if (/^\$\{[^}]*\}$/.test(node.value)) references.add(node);
        const offset = offsetOf(node) ?? 0;
        node.value = node.value.replace(PLACEHOLDER, (whole, name: string) => {
          if (!NAME.test(name)) {
            faults.push(at(offset, [], `'${whole}' is no placeholder: write \${A_NAME}, capitals and _`));
            return whole;
          }
          const value = env[name];
          if (value === undefined || value === '')
            faults.push(at(offset, [], `needs ${name}: set it in the environment`));
          return value ?? '';
        });
      },
    });

  return {
    value: faults.length === 0 ? (doc.toJS() as unknown) : undefined,
    faults,
    fault,
    line: (path) => lines.linePos(offsetAt(doc, path).offset).line,
    isReference: (path) => {
      const { node } = offsetAt(doc, path);
      return node !== null && references.has(node);
    },
  };
}
