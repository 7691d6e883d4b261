/**
 * The events of one file as rows, in one transaction. Rows are gathered and go in batches, the next one being gathered
 * while the last one is inserted. A declaration that is refused is mostly forgotten before any of it was inserted; one
 * that is longer than a batch has a savepoint to go back to.
 */
import type { DsnEvent } from '@mds-kit/dsn/events';
import type { DeclarationHeader, Individual } from '@mds-kit/dsn/model';
import type { Refusal } from '@mds-kit/dsn/refusals';
import { sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import { monthOf } from '../months/calendar.ts';
import type { People } from '../people.ts';
import { Columns, type Mark } from './columns.ts';
import { makePartitions, monthsThere } from './partitions.ts';
import { linesOf, numbersOf } from './payment-lines.ts';
import { saidOf, workShareOf } from './statements.ts';

/** Rows in one statement: more make it no faster, and a person waits for less where the database is one process's. */
const BATCH = 8_000;

/** Ids are fetched so many at a time, a few at first: most files have one declaration. */
const FEWEST_IDS = 4;
const MOST_IDS = 500;

/** S21.G00: payments of natures that tell the month; those of events come again with the month. */
const TELLS_PAY: readonly string[] = ['01', '09'];

export type Counts = { declarations: number; individuals: number; payments: number };

type Open = { id: number; header: DeclarationHeader; marks: readonly Mark[]; saved: boolean };

export class Taking {
  readonly refused: Refusal[] = [];
  counts: Counts = { declarations: 0, individuals: 0, payments: 0 };
  /** Nothing of the file may stay. */
  refusedWhole = false;

  readonly #transaction: Transaction<ResourcesTables>;
  readonly #people: People;
  readonly #deposit: number;
  #open: Open | undefined;
  #ids: number[] = [];
  #idsFetched = 0;
  #last: Promise<unknown> = Promise.resolve();
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
          await this.#end();
          break;
        case 'declaration-refused':
          this.refused.push(...event.refusals);
          await this.#undo();
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
    const marks = this.#tables.map((table) => table.mark());
    this.#open = { id, header, marks, saved: false };
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

  async #end(): Promise<void> {
    const saved = this.#open?.saved === true;
    this.#open = undefined;
    if (!saved) return;
    await this.#send();
    await this.#queue(() => sql`release savepoint declaration`.execute(this.#transaction));
  }

  async #undo(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    if (!open.saved) {
      for (const [at, table] of this.#tables.entries()) {
        const mark = open.marks[at];
        if (mark) table.backTo(mark);
      }
      return;
    }
    for (const table of this.#tables) table.take();
    await this.#queue(() => sql`rollback to savepoint declaration`.execute(this.#transaction));
    // Partitions that were made since the savepoint went with it.
    this.#there = undefined;
  }

  async #send(): Promise<void> {
    const open = this.#open;
    if (open && !open.saved) {
      await this.#insert(this.#tables.map((table, at) => table.take(open.marks[at])));
      await this.#queue(() => sql`savepoint declaration`.execute(this.#transaction));
      open.saved = true;
    }
    await this.#insert(this.#tables.map((table) => table.take()));
  }

  async #insert(inserts: ReturnType<Columns<never>['take']>[]): Promise<void> {
    const months = this.#months;
    this.#months = new Set();
    await this.#queue(async () => {
      this.#there ??= await monthsThere(this.#transaction);
      await makePartitions(this.#transaction, months, this.#there);
      for (const insert of inserts) await insert(this.#transaction);
    });
  }

  /** One after the other; returns when it has begun, so that the next batch is read meanwhile. */
  async #queue(run: () => Promise<unknown>): Promise<void> {
    await this.#last;
    this.#last = run();
    // Told by whoever waits for it next.
    this.#last.catch(() => undefined);
  }

  async #nextId(): Promise<number> {
    const id = this.#ids.shift();
    if (id !== undefined) return id;
    const count = Math.min(MOST_IDS, Math.max(FEWEST_IDS, this.#idsFetched));
    this.#idsFetched += count;
    await this.#last;
    const { rows } = await sql<{ id: number }>`
      select nextval('declaration_id') as id from generate_series(1, ${count}::integer)`.execute(
      this.#transaction,
    );
    this.#ids = rows.map((row) => row.id);
    return this.#nextId();
  }
}
