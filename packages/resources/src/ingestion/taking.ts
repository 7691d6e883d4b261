/**
 * The events of one file as rows, in one transaction. Rows are gathered and go in batches, the next one being gathered
 * while the last one is inserted. A batch is of whole declarations: one that is refused is mostly forgotten before any
 * of it was inserted; one that is longer than a batch has a savepoint to go back to.
 */
import type { DsnEvent } from '@mds-kit/dsn/events';
import type { DeclarationHeader, Individual } from '@mds-kit/dsn/model';
import type { Refusal } from '@mds-kit/dsn/refusals';
import { sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import { monthOf } from '../months/calendar.ts';
import type { People } from '../people.ts';
import { Columns, insertAll } from './columns.ts';
import { makePartitions, monthsThere } from './partitions.ts';
import { linesOf, numbersOf } from './payment-lines.ts';
import { saidOf, workShareOf } from './statements.ts';

/** Rows in one statement: more make it no faster, and a person waits for less where the database is one process's. */
const BATCH = 8_000;

/** Ids that are fetched at first: most files have one declaration. */
const FEWEST_IDS = 4;

/** S21.G00: payments of natures that tell the month; those of events come again with the month. */
const TELLS_PAY: readonly string[] = ['01', '09'];

export type Counts = { declarations: number; individuals: number; payments: number };

/** `before`: rows of each table that were gathered before its own. */
type Open = { id: number; header: DeclarationHeader; before: readonly number[]; saved: boolean };

export class Taking {
  readonly refused: Refusal[] = [];
  counts: Counts = { declarations: 0, individuals: 0, payments: 0 };
  /** Nothing of the file may stay. */
  refusedWhole = false;

  readonly #transaction: Transaction<ResourcesTables>;
  readonly #people: People;
  readonly #deposit: number;
  #open: Open | undefined;
  readonly #ids: number[] = [];
  /** Declarations since the last batch. */
  #begun = 0;
  #last: Promise<unknown> = Promise.resolve();
  #batch: Promise<unknown> = Promise.resolve();
  #months = new Set<string>();
  #there: Set<string> | undefined;

  readonly #declarations = new Columns('declaration', {
    id: 'bigint',
    deposit: 'bigint',
    line: 'integer',
    siret: 'text',
    nature: 'text',
    type: 'text',
    fraction: 'text',
    scope: 'text',
    number: 'bigint',
    month: 'text',
    declared_on: 'date',
    business_id: 'text',
    cancelled_id: 'text',
    substitution: 'text',
  });
  readonly #statements = new Columns('statement', {
    person: 'uuid',
    declaration: 'bigint',
    contract: 'text',
    begins: 'date',
    nature: 'text',
    policy: 'text',
    planned_until: 'date',
    work_share: 'integer',
    said: 'jsonb',
  });
  readonly #lines = new Columns('payment_line', {
    paid_on: 'date',
    person: 'uuid',
    declaration: 'bigint',
    kind: 'line_kind',
    contract: 'text',
    code: 'text',
    period_from: 'date',
    period_until: 'date',
    amount: 'bigint',
  });
  readonly #links = new Columns('identity_link', {
    company: 'text',
    former: 'uuid',
    current: 'uuid',
    temporary: 'boolean',
    declaration: 'bigint',
  });
  readonly #tables = [this.#declarations, this.#statements, this.#lines, this.#links];

  constructor(transaction: Transaction<ResourcesTables>, people: People, deposit: number) {
    this.#transaction = transaction;
    this.#people = people;
    this.#deposit = deposit;
  }

  async take(events: readonly DsnEvent[]): Promise<void> {
    for (const event of events) {
      switch (event.kind) {
        case 'declaration':
          await this.#begin(event.header);
          break;
        case 'individual':
          this.#addIndividual(event.individual);
          if (this.#gathered >= BATCH) await this.#send();
          break;
        case 'declaration-end':
          this.#end();
          break;
        case 'declaration-refused':
          this.refused.push(...event.refusals);
          this.#undo();
          break;
        case 'deposit-end':
          this.counts = { ...event.counts };
          break;
        case 'deposit-refused':
          this.refused.push(...event.refusals);
          this.refusedWhole = true;
          break;
        case 'deposit':
      }
    }
  }

  /** Sends what is left, and waits until all of it is there. */
  async finish(): Promise<void> {
    await this.#send();
    await this.#last;
  }

  /** Waits for what is under way, whatever comes of it: a transaction must not end in the middle. */
  async settle(): Promise<void> {
    await this.#last.catch(() => undefined);
  }

  get #gathered(): number {
    return this.#tables.reduce((sum, { rows }) => sum + rows, 0);
  }

  async #begin(header: DeclarationHeader): Promise<void> {
    const id = await this.#nextId();
    this.#open = { id, header, before: this.#tables.map(({ rows }) => rows), saved: false };
    const { line, siret, nature, type, fraction, scope, order, month, declaredOn } = header;
    this.#declarations.add(
      ...[id, this.#deposit, line, siret, nature, type, fraction, scope, order, month, declaredOn],
      ...[header.businessId, header.cancelledId, header.substitution],
    );
  }

  #addIndividual(individual: Individual): void {
    if (!this.#open) return;
    const { id, header } = this.#open;
    const person = this.#personOf(individual, header, id);
    if (person === undefined) return;
    for (const contract of individual.contracts) {
      const { number, from, nature, policy, plannedUntil } = contract;
      const share = workShareOf(contract);
      this.#statements.add(
        ...[person, id, number, from, nature, policy, plannedUntil, share, saidOf(contract)],
      );
    }
    if (!TELLS_PAY.includes(header.nature)) return;
    const numbers = numbersOf(individual);
    for (const payment of individual.payments) {
      const { paidOn } = payment;
      this.#months.add(monthOf(paidOn));
      for (const { kind, contract, code, from, until, amount } of linesOf(payment, numbers))
        this.#lines.add(paidOn, person, id, kind, contract, code, from, until, amount);
    }
  }

  /** Under the NIR where there is one; the other numbers that the declaration gives are told to be the same person's. */
  #personOf({ nir, ntt, identityChanges }: Individual, { siret }: DeclarationHeader, id: number) {
    const temporary = ntt === null ? undefined : this.#people.ofNtt(ntt);
    if (nir === null) return temporary;
    const person = this.#people.ofNir(nir);
    const company = siret.slice(0, 9);
    for (const { formerNir } of identityChanges)
      if (formerNir !== null && formerNir !== nir)
        this.#links.add(company, this.#people.ofNir(formerNir), person, 'false', id);
    if (temporary !== undefined) this.#links.add(company, temporary, person, 'true', id);
    return person;
  }

  #end(): void {
    if (this.#open?.saved === true)
      this.#queue(() => sql`release savepoint declaration`.execute(this.#transaction));
    this.#open = undefined;
  }

  #undo(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    for (const [at, table] of this.#tables.entries()) table.backTo(open.before[at] ?? 0);
    if (!open.saved) return;
    this.#queue(async () => {
      await sql`rollback to savepoint declaration`.execute(this.#transaction);
      // Partitions that were made since the savepoint went with it.
      this.#there = undefined;
    });
  }

  async #send(): Promise<void> {
    const open = this.#open;
    if (!open || open.saved) return this.#insert(this.#tables.map((table) => table.take()));
    await this.#insert(this.#tables.map((table, at) => table.take(open.before[at])));
    open.before = this.#tables.map(() => 0);
    if (this.#gathered < BATCH) return;
    open.saved = true;
    this.#queue(() => sql`savepoint declaration`.execute(this.#transaction));
    await this.#insert(this.#tables.map((table) => table.take()));
  }

  /** Returns when the batch before it is there, so that the next one is read meanwhile and no more than that. */
  async #insert(inserts: Parameters<typeof insertAll>[1]): Promise<void> {
    const months = this.#months;
    this.#months = new Set();
    // Ids for what comes meanwhile, about as many again: nobody waits for them then.
    const ahead = 2 * this.#begun;
    this.#begun = 0;
    await this.#batch;
    this.#queue(async () => {
      this.#there ??= await monthsThere(this.#transaction);
      await makePartitions(this.#transaction, months, this.#there);
      await insertAll(this.#transaction, inserts);
      if (this.#ids.length < ahead) await this.#fetchIds(ahead);
    });
    this.#batch = this.#last;
  }

  /** One after the other; nothing runs any more after one that failed. */
  #queue(run: () => Promise<unknown>): void {
    this.#last = this.#last.then(run);
    // Told by whoever waits for it.
    this.#last.catch(() => undefined);
  }

  async #nextId(): Promise<number> {
    this.#begun += 1;
    for (;;) {
      const id = this.#ids.shift();
      if (id !== undefined) return id;
      this.#queue(() => this.#fetchIds(Math.max(FEWEST_IDS, this.#begun)));
      await this.#last;
    }
  }

  async #fetchIds(count: number): Promise<void> {
    const { rows } = await sql<{ id: number }>`
      select nextval('declaration_id') as id from generate_series(1, ${count}::integer)`.execute(
      this.#transaction,
    );
    this.#ids.push(...rows.map(({ id }) => id));
  }
}
