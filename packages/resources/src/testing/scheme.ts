/** The scheme for a test: a store of its own, that takes deposits and tells months. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract, Employer, Salaries, SalaryMonth } from '@mds-kit/contract/salaries';
import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase } from '@mds-kit/database/testing';
import type { Declaration, Norm } from '@mds-kit/dsn/model';
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import { MIGRATIONS, type ResourcesTables } from '../database.ts';
import { ingestFile, type Outcome } from '../ingestion/ingest.ts';
import { salariesOf } from '../months/salaries.ts';
import { type Store, storeOn } from '../store.ts';
import { bytesOfDeposit } from './deposits.ts';

const NOW = '2026-11-22T09:00:00Z';

export class Scheme implements AsyncDisposable {
  readonly store: Store;
  readonly folder: string;
  #files = 0;

  private constructor(store: Store, folder: string) {
    this.store = store;
    this.folder = folder;
  }

  static async open(clock: Clock = () => new Date(NOW)): Promise<Scheme> {
    const migrations = await readMigrations(MIGRATIONS);
    const database = await openTestDatabase<ResourcesTables>({ migrations, clock });
    const store = await storeOn(database, randomBytes(32), clock);
    return new Scheme(store, await mkdtemp(join(tmpdir(), 'mds-resources-')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.database.close();
    await rm(this.folder, { recursive: true });
  }

  /** A file of its own for those declarations. */
  async file(
    declarations: readonly Declaration[],
    options: { norm?: Norm; test?: boolean } = {},
  ): Promise<string> {
    return this.bytes(bytesOfDeposit(declarations, options));
  }

  async bytes(bytes: Uint8Array): Promise<string> {
    const file = join(this.folder, `${(this.#files += 1)}.dsn`);
    await writeFile(file, bytes);
    return file;
  }

  /** Each declaration in a deposit of its own, as they come over the months. */
  async take(...declarations: readonly Declaration[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const one of declarations) outcomes.push(await ingestFile(this.store, await this.file([one])));
    return outcomes;
  }

  salaries(nir: string, { months = 12, until = '2026-10' } = {}): Promise<Salaries> {
    return salariesOf(this.store, this.store.people.ofNir(nir), { months, until });
  }

  async employers(nir: string, asked?: { months?: number; until?: string }): Promise<Employer[]> {
    return (await this.salaries(nir, asked)).employers;
  }

  /** The only contract of the only employer. */
  async contract(nir: string, asked?: { months?: number; until?: string }): Promise<Contract> {
    const employers = await this.employers(nir, asked);
    const contracts = employers.flatMap((employer) => employer.contracts);
    const [only] = contracts;
    if (!only || contracts.length > 1) throw new Error(`There are ${contracts.length} contracts`);
    return only;
  }

  /** One month of that contract. */
  async month(nir: string, month: string, asked?: { months?: number; until?: string }): Promise<SalaryMonth> {
    return monthOf(await this.contract(nir, asked), month);
  }

  async count(table: 'payment_line' | 'declaration' | 'statement' | 'deposit'): Promise<number> {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(
      this.store.database.kysely,
    );
    return rows[0]?.rows ?? 0;
  }
}

export function monthOf({ months }: Contract, month: string): SalaryMonth {
  const found = months.find((one) => one.month === month);
  if (!found) throw new Error(`${month} is not among the months`);
  return found;
}
