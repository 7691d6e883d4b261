import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { monthsThere } from './ingestion/partitions.ts';
import { purge } from './retention.ts';
import { declaration, euros, individual, newNir, newSiret, pay } from './testing/deposits.ts';
import { Scheme } from './testing/scheme.ts';

let now: string;
let scheme: Scheme;
beforeAll(async () => {
  now = '2026-11-22T09:00:00Z';
  scheme = await Scheme.open(() => new Date(now));
});
afterAll(() => scheme[Symbol.asyncDispose]());
beforeEach(async () => {
  now = '2026-11-22T09:00:00Z';
  await sql`truncate deposit, declaration, statement, payment_line`.execute(scheme.store.database.kysely);
});

/** One person's months at one employer's; each is five lines. */
function employed() {
  const [nir, siret] = [newNir(), newSiret()];
  const of = (month: string, { gross = euros(2000), paidOn = `${month}-28` } = {}) =>
    declaration(siret, month, [individual(nir, { payments: [pay(month, gross, { paidOn })] })]);
  return { nir, of };
}

it('forgets what was declared longer ago than the table of retention says, and nothing younger', async () => {
  const { of } = employed();
  await scheme.take(of('2019-12'), of('2021-10'), of('2021-11'));
  const { kysely } = scheme.store.database;
  expect(await scheme.count('payment_line')).toBe(15);
  await purge(scheme.store);
  expect(await scheme.count('payment_line')).toBe(5);
  expect(await scheme.count('declaration')).toBe(1);
  expect(await scheme.count('statement')).toBe(1);
  expect([...(await monthsThere(kysely))].toSorted()[0]).toBe('2021-11');
  const keep = (months: number) =>
    kysely.updateTable('retention').set({ months }).where('what', '=', 'declared').execute();
  await keep(12);
  await purge(scheme.store);
  await keep(60);
  expect(await scheme.count('payment_line')).toBe(0);
});

it('forgets with an old month what was paid for it late', async () => {
  const { nir, of } = employed();
  await scheme.take(of('2021-10', { paidOn: '2021-12-05' }), of('2021-11', { paidOn: '2021-12-05' }));
  await purge(scheme.store);
  expect(await scheme.count('payment_line')).toBe(5);
  expect(await scheme.count('declaration')).toBe(1);
  expect(await scheme.employers(nir, { months: 3, until: '2021-12' })).toHaveLength(1);
});

it('forgets old numbers of people, and what was paid long ago to whom no contract was declared', async () => {
  const [nir, siret] = [newNir(), newSiret()];
  const ntt = `1${siret.slice(0, 9)}0042`;
  const { kysely } = scheme.store.database;
  const links = async () => (await kysely.selectFrom('identity_link').selectAll().execute()).length;
  const paid = [pay('2019-12', euros(2000))];
  await scheme.take(declaration(siret, '2019-12', [individual(nir, { ntt, contracts: [], payments: paid })]));
  expect([await links(), await scheme.count('payment_line')]).toEqual([1, 5]);
  await purge(scheme.store);
  expect([await links(), await scheme.count('payment_line')]).toEqual([0, 0]);
});

it('takes a month again that it had forgotten, and one that no calendar of ours has', async () => {
  const { nir, of } = employed();
  await scheme.take(of('2021-10'));
  await purge(scheme.store);
  await scheme.take(of('2021-09'), of('2021-10', { gross: euros(2100) }), of('2050-01'));
  expect(await scheme.count('payment_line')).toBe(15);
  expect((await scheme.month(nir, '2021-10', { until: '2021-10' })).measures.gross).toBe(euros(2100));
  await purge(scheme.store);
  expect(await scheme.count('payment_line')).toBe(5);
});

it('knows a file for as long as what it brought, so that the same bytes do not come back', async () => {
  const { of } = employed();
  await scheme.take(of('2021-11'));
  now = '2026-12-01T09:00:00Z';
  await purge(scheme.store);
  expect([await scheme.count('declaration'), await scheme.count('deposit')]).toEqual([0, 1]);
  now = '2031-12-01T09:00:00Z';
  await purge(scheme.store);
  expect(await scheme.count('deposit')).toBe(0);
});
