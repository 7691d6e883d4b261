import type { Norm } from '../model.ts';
import { BLOCKS, UNREAD_BLOCKS, type Block, type BlockName, type Kind } from './blocks.ts';
import type { NormTable } from './norm.ts';
import { P25V01 } from './p25v01.ts';
import { P26V01 } from './p26v01.ts';

/** A block as the reader uses it. */
export type BlockLayout = {
  /** null: nothing of it is read; it only ends what cannot go on after it. */
  name: BlockName | null;
  /** `S21.G00.30` as 210030. */
  prefix: number;
  /** The block that it hangs from; null at the top. */
  parent: BlockLayout | null;
  /** 0 at the top. */
  depth: number;
  once: boolean;
  /** By number: 0 unknown, 1 known and not read, else 2 and its slot. */
  fields: Uint8Array;
  /** By slot. */
  kinds: readonly Kind[];
  lengths: readonly number[];
  numbers: readonly number[];
  /** Bits of the slots that must be filled. */
  required: number;
};

/** A norm as tables that a line's code indexes: a lookup costs no more than reading an array. */
export type Layout = {
  /** By prefix without its group: segment * 100 + block. All of the norm's blocks are of group 00. */
  at: readonly (BlockLayout | undefined)[];
};

export const KNOWN = 1;
export const FIRST_SLOT = 2;

const TABLES: Readonly<Record<Norm, NormTable>> = { P25V01, P26V01 };

const prefixOf = (code: string) => Number(code.replaceAll(/\D/g, ''));

function* numbersIn(ranges: string): Generator<number> {
  for (const range of ranges.split(' ').filter((one) => one !== '')) {
    const [first = 0, last = first] = range.split('-').map(Number);
    for (let number = first; number <= last; number += 1) yield number;
  }
}

function layoutOf(name: BlockName, block: Block, own: string, parent: BlockLayout | null): BlockLayout {
  const fields = new Uint8Array(1000);
  for (const number of numbersIn(`${block.unread} ${own}`)) fields[number] = KNOWN;
  const rubriques = Object.values(block.rubriques);
  let required = 0;
  for (const [slot, rubrique] of rubriques.entries()) {
    fields[rubrique.number] = FIRST_SLOT + slot;
    if (rubrique.required) required |= 1 << slot;
  }
  return {
    name,
    prefix: prefixOf(block.code),
    parent,
    depth: parent ? parent.depth + 1 : 0,
    once: block.once,
    fields,
    kinds: rubriques.map(({ kind }) => kind),
    lengths: rubriques.map(({ length }) => length),
    numbers: rubriques.map(({ number }) => number),
    required,
  };
}

function unreadLayoutOf(code: string, parent: BlockLayout | null): BlockLayout {
  const depth = parent ? parent.depth + 1 : 0;
  const fields = new Uint8Array(1000).fill(KNOWN, 1, 900);
  return {
    name: null,
    prefix: prefixOf(code),
    parent,
    depth,
    once: false,
    fields,
    kinds: [],
    lengths: [],
    numbers: [],
    required: 0,
  };
}

function compile({ unread }: NormTable): Layout {
  const at: (BlockLayout | undefined)[] = new Array<BlockLayout | undefined>(10_000).fill(undefined);
  const place = (code: string) => {
    const prefix = prefixOf(code);
    return Math.floor(prefix / 10_000) * 100 + (prefix % 100);
  };
  const read = new Map<string, [BlockName, Block]>(
    Object.entries(BLOCKS).map(([name, block]) => [block.code, [name as BlockName, block]]),
  );
  const lay = (code: string): BlockLayout => {
    const known = at[place(code)];
    if (known) return known;
    const [name, block] = read.get(code) ?? [];
    const parentCode = block ? block.parent : UNREAD_BLOCKS[code];
    const parent = parentCode == null ? null : lay(parentCode);
    const made =
      name && block ? layoutOf(name, block, unread[name] ?? '', parent) : unreadLayoutOf(code, parent);
    at[place(code)] = made;
    return made;
  };
  for (const code of [...read.keys(), ...Object.keys(UNREAD_BLOCKS)]) lay(code);
  return { at };
}

export const LAYOUTS: Readonly<Record<Norm, Layout>> = {
  P25V01: compile(TABLES.P25V01),
  P26V01: compile(TABLES.P26V01),
};

export const isNorm = (text: unknown): text is Norm => text === 'P25V01' || text === 'P26V01';
