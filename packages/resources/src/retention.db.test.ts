import { expect, it } from 'vitest';
import { monthsThere } from './ingestion/partitions.ts';
import { purge } from './retention.ts';
import { declaration, euros, individual, newNir, newSiret, pay } from './testing/deposits.ts';
import { Scheme } from './testing/scheme.ts';

it('forgets what was declared longer ago than the table of retention says, and nothing younger', async () => {
  await using scheme = await Scheme.open(() => new Date('2026-11-22T09:00:00Z'));
  const [nir, siret] = [newNir(), newSiret()];
  const of = (month: string) =>
    declaration(siret, month, [individual(nir, { payments: [pay(month, euros(2000))] })]);
  await scheme.take(of('2019-12'), of('2021-10'), of('2021-11'));
  const { kysely } = scheme.store.database;
  expect(await scheme.count('payment_line')).toBe(15);
  await purge(scheme.store);
  expect(await scheme.count('payment_line')).toBe(5);
  expect(await scheme.count('declaration')).toBe(1);
  expect(await scheme.count('statement')).toBe(1);
  expect([...(await monthsThere(kysely))].toSorted()[0]).toBe('2021-11');
  await kysely.updateTable('retention').set({ months: 12 }).where('what', '=', 'declared').execute();
  await purge(scheme.store);
  expect(await scheme.count('payment_line')).toBe(0);
});
