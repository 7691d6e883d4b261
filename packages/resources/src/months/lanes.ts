/**
 * Which contract a statement and a payment line are of, over the months. A contract is known by establishment and the
 * employer's number; where number or establishment changes, S21.G00.41 says the old one and the contract goes on. A
 * number that is used again, for another contract after the first has ended, is told apart by its first day.
 */
import type { DeclarationRow, LineRow, StatementRow } from './rows.ts';
import { inTime } from './versions.ts';

/** A statement with its declaration. */
export type Stated = StatementRow & { readonly by: DeclarationRow; readonly holds: boolean };

export type Lane = {
  /** The same whatever is declared later of its amounts. */
  readonly key: string;
  /** Where the contract is now. */
  readonly siret: string;
  /** Its first day, as last stated. */
  readonly begins: string;
  /** In the order in which they were made. Those that hold, or all where none does; none for a contract never stated. */
  readonly statements: readonly Stated[];
};

export interface Lanes {
  readonly all: readonly Lane[];
  /** null: the line is of several contracts together. */
  of(line: LineRow, by: DeclarationRow): Lane | null;
}

/** One contract under one number, in one establishment. */
type Spell = {
  readonly siret: string;
  readonly number: string;
  /** Which contract under that number: 0, 1… */
  readonly turn: number;
  readonly begins: Set<string>;
  readonly statements: Stated[];
};

const CANCELLED_END = '099';
const nodeOf = (siret: string, number: string) => `${siret} ${number}`;

export function lanesOf(
  statements: readonly Stated[],
  lines: readonly { line: LineRow; by: DeclarationRow }[],
): Lanes {
  const spells = spellsOf(statements);
  addUnstated(spells, lines);
  const joined = join(spells);
  const lanes = new Map<Spell, Lane>();
  for (const group of joined) {
    const lane = laneOf(group);
    for (const spell of group) lanes.set(spell, lane);
  }
  const named = (line: LineRow, by: DeclarationRow): Lane | null => {
    if (line.contract === null) return null;
    const spell = spellAt(spells.get(nodeOf(by.siret, line.contract)) ?? [], line, by);
    return (spell && lanes.get(spell)) ?? null;
  };
  const only = onlyLanes([
    ...[...lanes].flatMap(([spell, lane]) => spell.statements.map(({ by }) => ({ by, lane }))),
    ...lines.map(({ line, by }) => ({ by, lane: named(line, by) })),
  ]);
  return {
    all: [...new Set(lanes.values())],
    of: (line, by) => (line.contract === null ? (only.get(by.id) ?? null) : named(line, by)),
  };
}

/**
 * Declarations that name one contract alone, by id: under two numbers where they correct a month from before its number
 * changed, so that what they pay was taken for that of several.
 */
function onlyLanes(
  told: readonly { by: DeclarationRow; lane: Lane | null }[],
): ReadonlyMap<DeclarationRow['id'], Lane | null> {
  const only = new Map<DeclarationRow['id'], Lane | null>();
  for (const { by, lane } of told) {
    const known = only.get(by.id);
    if (lane) only.set(by.id, known === undefined || known === lane ? lane : null);
  }
  return only;
}

function spellsOf(statements: readonly Stated[]): Map<string, Spell[]> {
  const nodes = Map.groupBy(statements, ({ by, contract }) => nodeOf(by.siret, contract));
  return new Map([...nodes].map(([node, stated]) => [node, parted(stated)]));
}

/** Usually one. */
function parted(stated: readonly Stated[]): Spell[] {
  const spells: Spell[] = [];
  const byDay = [...Map.groupBy(stated, ({ begins }) => begins)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  for (const [begins, statements] of byDay) {
    const last = spells.at(-1);
    const [{ by, contract }] = statements as [Stated];
    if (last && !hadEnded(last, begins, statements)) {
      last.begins.add(begins);
      last.statements.push(...statements);
    } else
      spells.push({
        siret: by.siret,
        number: contract,
        turn: spells.length,
        begins: new Set([begins]),
        statements: [...statements],
      });
  }
  return spells;
}

/** Had it ended before that day, and does nobody say that its first day was merely mistaken? */
function hadEnded(spell: Spell, begins: string, statements: readonly Stated[]): boolean {
  const moved = statements.some(({ said }) =>
    said.changes.some((change) => change.begins !== null && spell.begins.has(change.begins)),
  );
  if (moved) return false;
  return spell.statements.some(({ said, plannedUntil }) => {
    const ended = said.ends.some(({ on, motive }) => motive !== CANCELLED_END && on < begins);
    return ended || (plannedUntil !== null && plannedUntil < begins);
  });
}

/** Paid, and stated nowhere: a payment after the end, or a careless employer. */
function addUnstated(
  spells: Map<string, Spell[]>,
  lines: readonly { line: LineRow; by: DeclarationRow }[],
): void {
  for (const { line, by } of lines) {
    if (line.contract === null) continue;
    const node = nodeOf(by.siret, line.contract);
    const known = spells.get(node);
    const begins = line.from ?? line.paidOn;
    if (known === undefined)
      spells.set(node, [
        { siret: by.siret, number: line.contract, turn: 0, begins: new Set([begins]), statements: [] },
      ]);
    else if (known[0]?.statements.length === 0) known[0].begins.add(begins);
  }
}

/** Those that changes (S21.G00.41) tie together. */
function join(spells: ReadonlyMap<string, Spell[]>): Spell[][] {
  const groups = new Map<Spell, Spell[]>([...spells.values()].flat().map((spell) => [spell, [spell]]));
  for (const [spell] of groups)
    for (const { by, begins, said, holds, contract } of spell.statements) {
      if (!holds) continue;
      for (const change of said.changes) {
        if (change.number === null && change.siret === null) continue;
        const former = spells.get(nodeOf(change.siret ?? by.siret, change.number ?? contract)) ?? [];
        const day = change.begins ?? begins;
        const other = former.find((one) => one.begins.has(day)) ?? former.at(-1);
        if (other && other !== spell) unite(groups, spell, other);
      }
    }
  return [...new Set(groups.values())];
}

function unite(groups: Map<Spell, Spell[]>, one: Spell, other: Spell): void {
  const [mine = [], theirs = []] = [groups.get(one), groups.get(other)];
  if (mine === theirs) return;
  mine.push(...theirs);
  for (const spell of theirs) groups.set(spell, mine);
}

const earliest = (days: Iterable<string>): string =>
  [...days].reduce((one, other) => (one < other ? one : other));

function laneOf(group: readonly Spell[]): Lane {
  const all = group
    .flatMap(({ statements }) => statements)
    .toSorted((one, other) => inTime(one.by, other.by));
  const holding = all.filter(({ holds }) => holds);
  const statements = holding.length > 0 ? holding : all;
  const last = statements.at(-1);
  const oldest = group.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))[0];
  return {
    key: oldest ? `${oldest.siret} ${oldest.number} ${oldest.turn}` : '',
    siret: last?.by.siret ?? oldest?.siret ?? '',
    begins: last?.begins ?? earliest(group.flatMap(({ begins }) => [...begins])),
    statements,
  };
}

/** By the day on which it was first declared; contracts of a chain often have one first day. */
const orderOf = ({ begins, siret, number, statements }: Spell) => {
  const declaredOn = statements.length > 0 ? earliest(statements.map(({ by }) => by.declaredOn)) : '';
  return `${declaredOn} ${earliest(begins)} ${siret} ${number}`;
};

function spellAt(spells: readonly Spell[], line: LineRow, by: DeclarationRow): Spell | undefined {
  const here = spells.filter(({ statements }) => statements.some((stated) => stated.by.id === by.id));
  const among = here.length > 0 ? here : spells;
  const day = line.until ?? line.paidOn;
  return among.findLast(({ begins }) => earliest(begins) <= day) ?? among[0];
}
