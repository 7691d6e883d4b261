import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseError } from './errors.ts';
import { type Database, openDatabase } from './open.ts';
import { openTestDatabase } from './testing.ts';

interface Tables {
  thing: { id: number; cents: number; at: Date; bytes: Uint8Array; facts: string | { list: number[] } };
}
const migrations = [
  {
    number: 1,
    name: 'things',
    sql: `create table thing (
        id bigint generated always as identity, cents bigint unique, at timestamptz, bytes bytea, facts jsonb
      );
      create index on thing (at);`,
  },
];

describe('a database, whichever it is', () => {
  let database: Database<Tables>;
  beforeAll(async () => {
    database = await openTestDatabase<Tables>({ migrations });
  });
  afterAll(() => database.close());

  test('gives back what was put in', async () => {
    const row = {
      cents: Number.MAX_SAFE_INTEGER,
      at: new Date('1899-02-28T23:59:59.987Z'),
      bytes: new Uint8Array([0, 92, 255]),
      facts: JSON.stringify({ list: [1, 2] }),
    };
    await database.kysely
      .insertInto('thing')
      .values({ id: sql`default`, ...row })
      .execute();
    const found = await database.kysely
      .selectFrom('thing')
      .selectAll()
      .where('bytes', '=', row.bytes)
      .executeTakeFirst();
    expect(found).toStrictEqual({ id: 1, ...row, facts: { list: [1, 2] } });
  });

  test('reads each type alike on both', async () => {
    const { rows } =
      await sql`select count(*) as bigint, array[1::bigint, null] as bigints, 12.50::numeric as numeric,
      array[1.0::numeric] as numerics, '2026-02-01'::date as date, array['2026-02-01'::date] as dates,
      '2026-02-01 10:00'::timestamp as wall, interval '1 day 02:00' as interval,
      '2026-02-01 10:00+02'::timestamptz as instant, array['2026-02-01 10:00:00.123456+00'::timestamptz] as instants,
      '\\x00ff'::bytea as bytes, array['\\x5c'::bytea] as blobs, array['a,"b', null] as texts, true as yes,
      '[1]'::jsonb as json, 1.5::float8 as float, null::bigint as nothing, current_setting('TimeZone') as zone,
      '2026-06-30 23:30+00'::timestamptz::date as day`.execute(database.kysely);
    expect(rows).toStrictEqual([
      {
        bigint: 1,
        bigints: [1, null],
        numeric: '12.50',
        numerics: ['1.0'],
        date: '2026-02-01',
        dates: ['2026-02-01'],
        wall: '2026-02-01 10:00:00',
        interval: '1 day 02:00:00',
        instant: new Date('2026-02-01T08:00:00Z'),
        instants: [new Date('2026-02-01T10:00:00.123Z')],
        bytes: new Uint8Array([0, 255]),
        blobs: [new Uint8Array([92])],
        texts: ['a,"b', null],
        yes: true,
        json: [1],
        float: 1.5,
        nothing: null,
        zone: 'UTC',
        day: '2026-06-30',
      },
    ]);
  });

  test('takes the same parameters', async () => {
    const { rows } =
      await sql`select ${7}::bigint as number, ${2n ** 40n}::bigint as bigint, ${'x'}::text as text,
      ${true}::boolean as boolean, ${null}::text as nothing, ${['a', 'b,']}::text[] as texts,
      ${[1, 2]}::bigint[] as numbers, ${'2026-02-01'}::date as date, ${{ a: 1 }}::jsonb as json`.execute(
        database.kysely,
      );
    expect(rows).toStrictEqual([
      {
        number: 7,
        bigint: 2 ** 40,
        text: 'x',
        boolean: true,
        nothing: null,
        texts: ['a', 'b,'],
        numbers: [1, 2],
        date: '2026-02-01',
        json: { a: 1 },
      },
    ]);
  });

  test('says so rather than round a bigint that no number can hold', async () => {
    await expect(sql`select 9007199254740993::bigint`.execute(database.kysely)).rejects.toMatchObject({
      code: 'integer-out-of-range',
    });
  });

  test('carries the SQLSTATE of an error, and goes on after it', async () => {
    const insert = () =>
      database.kysely
        .insertInto('thing')
        .values({ id: sql`default`, cents: 5, at: sql`now()`, bytes: sql`null`, facts: sql`null` })
        .execute();
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: '23505' });
    await expect(sql`select 1 as one`.execute(database.kysely)).resolves.toMatchObject({
      rows: [{ one: 1 }],
    });
  });

  test('rolls a failed transaction back', async () => {
    const failing = database.kysely.transaction().execute(async (transaction) => {
      await sql`delete from thing`.execute(transaction);
      await sql`select 1/0`.execute(transaction);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    const { rows } = await sql<{ count: number }>`select count(*) from thing`.execute(database.kysely);
    expect(rows[0]?.count).toBeGreaterThan(0);
  });
});

test('closing waits for a transaction that has begun', async () => {
  const closing = await openTestDatabase<Tables>({ migrations });
  let close: Promise<void> | undefined;
  await closing.kysely.transaction().execute(async (transaction) => {
    await sql`select 1`.execute(transaction);
    close = closing.close();
    await new Promise(setImmediate);
    await sql`insert into thing (cents) values (1)`.execute(transaction);
  });
  await close;
});

test('a PostgreSQL that does not answer is named, without its password', async () => {
  const url = 'postgres://someone:s3cret@127.0.0.1:1/portal';
  const opening = openDatabase({ url, program: 'test', migrations, clock: () => new Date(0) });
  await expect(opening).rejects.toThrow(DatabaseError);
  await expect(opening).rejects.toMatchObject({ code: 'unreachable' });
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/portal/);
  await expect(opening).rejects.not.toThrow(/s3cret/);
});
