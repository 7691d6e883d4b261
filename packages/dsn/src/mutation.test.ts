import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf, type Refusal } from './refusals.ts';
import { arbitraryDeposit } from './testing/arbitrary-deposit.ts';
import { eventsOf, joined, kept, latin1, refusalsIn } from './testing/reading.ts';
import { writeDeposit } from './write-deposit.ts';

const full = process.env.MDS_FULL !== undefined;

/** Files to break: enough for every block to be in one, and few enough to be made once. */
const FILES = fc
  .sample(
    arbitraryDeposit.filter(({ declarations }) =>
      declarations.some(({ individuals }) => individuals.length > 0),
    ),
    { seed: 2026, numRuns: 24 },
  )
  .map((deposit) => joined(writeDeposit(deposit)));

const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const linesOf = (bytes: Uint8Array) => textOf(bytes).split('\r\n').slice(0, -1);
const LINES = FILES.map(linesOf);

const KINDS = ['flip', 'drop', 'double', 'swap', 'move', 'cut'] as const;

type Mutation = { kind: (typeof KINDS)[number]; at: number; to: number };

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(1_000_000),
  to: fc.nat(1_000_000),
});

function mutate(lines: string[], { kind, at, to }: Mutation): string[] {
  if (lines.length === 0) return lines;
  const one = at % lines.length;
  const other = to % lines.length;
  const line = lines[one] ?? '';
  switch (kind) {
    case 'flip': {
      const character = to % Math.max(1, line.length);
      const flipped = String.fromCharCode(line.charCodeAt(character) ^ (1 << (at % 8)));
      return lines.with(one, line.slice(0, character) + flipped + line.slice(character + 1));
    }
    case 'drop':
      return lines.toSpliced(one, 1);
    case 'double':
      return lines.toSpliced(one, 0, line);
    case 'swap':
      return lines.with(one, lines[other] ?? '').with(other, line);
    case 'move':
      return lines.toSpliced(one, 1).toSpliced(other, 0, line);
    case 'cut':
      return [...lines.slice(0, one), line.slice(0, to % Math.max(1, line.length))];
  }
}

/** Makes the frame right again, so that it is the declarations' faults that are met. */
function reframed(lines: readonly string[]): string[] {
  const body = lines.filter((line) => !line.startsWith('S90.'));
  const declarations = body.filter((line) => line.startsWith("S20.G00.05.001,'")).length;
  return [...body, `S90.G00.90.001,'${body.length + 2}'`, `S90.G00.90.002,'${declarations}'`];
}

const fileOf = (lines: readonly string[]) => latin1(`${lines.join('\r\n')}\r\n`);

const KEYS = ['line', 'rubrique', 'rule', 'message'].toString();

/** Words of ours, a rubrique's code, and a line: nothing that a file could have put in. */
const isPlain = (refusal: Refusal) =>
  Object.keys(refusal).toString() === KEYS &&
  refusal.message === messageOf(refusal.rule) &&
  (refusal.rubrique === null || /^S\d\d\.G\d\d\.\d\d\.\d{3}$/.test(refusal.rubrique)) &&
  Number.isInteger(refusal.line) &&
  refusal.line > 0;

const aFile = fc.nat(FILES.length - 1);
const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

describe('a file that was damaged', () => {
  it('is read to an end, and nothing half', () => {
    const rules = new Set<string>();
    let taken = 0;
    fc.assert(
      fc.property(aFile, mutations, fc.boolean(), (file, damages, frame) => {
        const lines = damages.reduce(mutate, LINES[file] ?? []);
        const events = eventsOf(fileOf(frame ? reframed(lines) : lines));
        if (kept(events).outcome === 'taken') taken += 1;
        for (const refusal of refusalsIn(events)) {
          rules.add(refusal.rule);
          if (!isPlain(refusal)) expect(refusal).toBe('a refusal that says no more than it may');
        }
      }),
      { numRuns: full ? 200_000 : 20_000 },
    );
    // Not all by the first check, nor none.
    expect(taken).toBeGreaterThan(0);
    expect(rules.size).toBeGreaterThan(15);
  });

  it('is refused whole when a line lacks, or is there twice', () => {
    fc.assert(
      fc.property(aFile, fc.nat(), fc.constantFrom('drop', 'double', 'cut'), (file, at, kind) => {
        const lines = LINES[file] ?? [];
        const broken = mutate(lines, { kind, at, to: 0 });
        expect(kept(eventsOf(fileOf(broken))).outcome).toBe('refused');
      }),
    );
  });

  it('does the other declarations no harm', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LINES), fc.constantFrom(...LINES), fc.nat(), (first, second, at) => {
        const declarationsOf = (lines: readonly string[]) =>
          lines.slice(
            lines.findIndex((line) => line.startsWith('S20.')),
            -2,
          );
        const broken = declarationsOf(first);
        const one = at % broken.length;
        const lost = broken.with(one, `${broken[one] ?? ''}x`);
        const header = second.slice(0, -declarationsOf(second).length - 2);
        // In front of those, a line that is lost there can be the beginning of one; it belongs to the last, then.
        const events = eventsOf(fileOf(reframed([...header, ...declarationsOf(second), ...lost])));
        const alone = kept(eventsOf(fileOf(reframed(second))));
        const withBroken = kept(events);
        if (withBroken.outcome === 'taken')
          expect(withBroken.deposits[0]?.declarations.slice(0, alone.counts.declarations - 1)).toEqual(
            alone.deposits[0]?.declarations.slice(0, -1),
          );
        expect(refusalsIn(events)).not.toEqual([]);
      }),
    );
  });
});

describe('a refusal', () => {
  it('never holds a value of the file', () => {
    const canary = fc
      .array(fc.constantFrom('Q', 'J', 'X', 'K', 'V', 'Z', '4', '8'), { minLength: 6, maxLength: 60 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(
        aFile,
        fc.nat(),
        canary,
        fc.constantFrom('', "'", '.', 'œ', '\t'),
        (file, at, text, after) => {
          const lines = LINES[file] ?? [];
          const one = at % lines.length;
          const events = eventsOf(
            fileOf(lines.with(one, `${(lines[one] ?? '').slice(0, 16)}${text}${after}'`)),
          );
          expect(JSON.stringify(refusalsIn(events))).not.toContain(text.slice(0, 6));
        },
      ),
    );
  });
});
