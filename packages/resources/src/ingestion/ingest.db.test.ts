import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bytesOfDeposit,
  contract,
  declaration,
  euros,
  individual,
  newNir,
  newSiret,
  pay,
} from '../testing/deposits.ts';
import { Scheme } from '../testing/scheme.ts';
import { ingestFile } from './ingest.ts';

let scheme: Scheme;
beforeAll(async () => {
  scheme = await Scheme.open();
});
afterAll(() => scheme[Symbol.asyncDispose]());

const paid = (nir: string, month: string) => individual(nir, { payments: [pay(month, euros(2000))] });

/** What the store holds, to see that nothing changed. */
const held = async () => ({
  lines: await scheme.count('payment_line'),
  statements: await scheme.count('statement'),
  declarations: await scheme.count('declaration'),
  deposits: await scheme.count('deposit'),
});

/** The line after the nth that begins so is put in its place. */
function spoiled(bytes: Uint8Array, code: string, line: string, nth = 1): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
  const at = lines.map((text, index) => (text.startsWith(code) ? index : -1)).filter((index) => index >= 0)[
    nth - 1
  ];
  if (at === undefined) throw new Error(`There is no ${code}`);
  lines[at] = line;
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

describe('taking a deposit', () => {
  it('tells what was read, and the same again without changing anything', async () => {
    const [one, other] = [newNir(), newNir()];
    const file = await scheme.file([
      declaration(newSiret(), '2026-05', [paid(one, '2026-05'), paid(other, '2026-05')]),
      declaration(newSiret(), '2026-05', [paid(one, '2026-05')]),
    ]);
    const told = { declarations: 2, individuals: 3, payments: 3, refused: [] };
    expect(await ingestFile(scheme.store, file)).toEqual(told);
    const before = await held();
    expect(await ingestFile(scheme.store, file)).toEqual(told);
    expect(await held()).toEqual(before);
    expect(await scheme.employers(one)).toHaveLength(2);
  });

  it('keeps the declarations beside one that is refused, and nothing of that one', async () => {
    const [first, second, third] = [newNir(), newNir(), newNir()];
    const bytes = bytesOfDeposit([
      declaration(newSiret(), '2026-05', [paid(first, '2026-05')]),
      declaration(newSiret(), '2026-05', [paid(second, '2026-05')]),
      declaration(newSiret(), '2026-05', [paid(third, '2026-05')]),
    ]);
    const file = await scheme.bytes(spoiled(bytes, 'S21.G00.50.004', "S21.G00.50.004,'12,50'", 2));
    const outcome = await ingestFile(scheme.store, file);
    expect(outcome).toMatchObject({ declarations: 2, individuals: 2, payments: 2 });
    expect(outcome.refused).toMatchObject([{ rubrique: 'S21.G00.50.004', rule: 'not-an-amount' }]);
    expect(await scheme.employers(first)).toHaveLength(1);
    expect(await scheme.employers(second)).toEqual([]);
    expect(await scheme.employers(third)).toHaveLength(1);
    // The refusal is told again too.
    expect(await ingestFile(scheme.store, file)).toEqual(outcome);
  });

  it('undoes a long declaration that is refused at its end, when much of it was stored already', async () => {
    const people = Array.from({ length: 1500 }, newNir);
    const [first, last] = [newNir(), newNir()];
    const bytes = bytesOfDeposit([
      declaration(newSiret(), '2026-05', [paid(first, '2026-05')]),
      declaration(
        newSiret(),
        '2026-05',
        people.map((nir) => paid(nir, '2026-05')),
      ),
      // In a month of payment that no deposit had before: its partition must be there afterwards.
      declaration(newSiret(), '2021-05', [paid(last, '2021-05')]),
    ]);
    const before = await held();
    const lines = Buffer.from(bytes).toString('latin1');
    const file = await scheme.bytes(
      spoiled(bytes, 'S21.G00.78.004', "S21.G00.78.004,'x'", people.length + 1),
    );
    expect(lines.length).toBeGreaterThan(500_000);
    const outcome = await ingestFile(scheme.store, file);
    expect(outcome).toMatchObject({ declarations: 2, individuals: 2, payments: 2 });
    expect(await held()).toEqual({
      lines: before.lines + 10,
      statements: before.statements + 2,
      declarations: before.declarations + 2,
      deposits: before.deposits + 1,
    });
    expect(await scheme.employers(first)).toHaveLength(1);
    expect(await scheme.employers(last, { until: '2021-12' })).toHaveLength(1);
  });

  it('keeps nothing of a file whose frame is broken, and would take it mended', async () => {
    const nir = newNir();
    const bytes = bytesOfDeposit([declaration(newSiret(), '2026-05', [paid(nir, '2026-05')])]);
    const before = await held();
    const cut = await ingestFile(scheme.store, await scheme.bytes(bytes.subarray(0, -40)));
    expect(cut).toMatchObject({ declarations: 0, individuals: 0, payments: 0 });
    expect(cut.refused).not.toEqual([]);
    expect(await held()).toEqual(before);
    expect(await ingestFile(scheme.store, await scheme.bytes(bytes))).toMatchObject({ declarations: 1 });
  });

  it('sets a test deposit apart', async () => {
    const nir = newNir();
    const before = await held();
    const file = await scheme.file([declaration(newSiret(), '2026-05', [paid(nir, '2026-05')])], {
      test: true,
    });
    expect(await ingestFile(scheme.store, file)).toEqual({
      declarations: 0,
      individuals: 0,
      payments: 0,
      refused: [],
    });
    expect(await held()).toEqual(before);
  });

  it.runIf(process.env.MDS_FULL !== undefined)('takes a hundred thousand lines, each once', async () => {
    const people = Array.from({ length: 3000 }, newNir);
    const bytes = bytesOfDeposit([
      declaration(
        newSiret(),
        '2026-05',
        people.map((nir) => paid(nir, '2026-05')),
      ),
    ]);
    expect(bytes.filter((byte) => byte === 0x0a).length).toBeGreaterThan(100_000);
    const before = await held();
    const told = { declarations: 1, individuals: people.length, payments: people.length, refused: [] };
    expect(await ingestFile(scheme.store, await scheme.bytes(bytes))).toEqual(told);
    expect(await held()).toEqual({
      // Net paid, net taxable, net social, gross and hours.
      lines: before.lines + 5 * people.length,
      statements: before.statements + people.length,
      declarations: before.declarations + 1,
      deposits: before.deposits + 1,
    });
    for (const nir of [people[0], people[1777], people.at(-1)])
      expect((await scheme.month(nir ?? '', '2026-05')).measures.gross).toBe(euros(2000));
  });

  it('refuses a file that cannot be opened', async () => {
    const outcome = await ingestFile(scheme.store, join(scheme.folder, 'nowhere.dsn'));
    expect(outcome).toMatchObject({ declarations: 0, refused: [{ rule: 'unreadable-file' }] });
  });

  it('keeps contract numbers with every character that a deposit may hold', async () => {
    const nir = newNir();
    const number = `O'C "{\\,é`;
    await scheme.take(
      declaration(newSiret(), '2026-05', [
        individual(nir, {
          contracts: [contract({ number })],
          payments: [pay('2026-05', euros(2000), { contract: number })],
        }),
      ]),
    );
    expect((await scheme.month(nir, '2026-05')).measures.gross).toBe(euros(2000));
  });

  it('keeps neither numbers of people nor anything else that tells who they are', async () => {
    const nir = newNir();
    await scheme.take(declaration(newSiret(), '2026-05', [paid(nir, '2026-05')]));
    const { kysely } = scheme.store.database;
    const everything = await Promise.all([
      kysely.selectFrom('statement').selectAll().execute(),
      kysely.selectFrom('payment_line').selectAll().execute(),
      kysely.selectFrom('declaration').selectAll().execute(),
      kysely.selectFrom('deposit').selectAll().execute(),
    ]);
    expect(JSON.stringify(everything)).not.toContain(nir);
  });
});
