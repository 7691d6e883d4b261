import type { DsnEvent } from '../events.ts';
import type { Individual } from '../model.ts';
import { readDeposit } from '../read-deposit.ts';
import { DepositReader } from '../deposit-reader.ts';
import type { Refusal } from '../refusals.ts';
import type { SmallDeposit } from './arbitrary-deposit.ts';

/** ISO-8859-1, a byte for each character; what has none becomes a byte that no deposit has. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const number = text.charCodeAt(at);
    bytes[at] = number > 0xff ? 0x9c : number;
  }
  return bytes;
}

export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const all = [...pieces];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Everything that is said of a file, given in these pieces. */
export function eventsOf(...pieces: readonly Uint8Array[]): readonly DsnEvent[] {
  const reader = new DepositReader();
  const events: DsnEvent[] = [];
  for (const piece of pieces) {
    reader.push(piece);
    events.push(...reader.take());
  }
  reader.end();
  return [...events, ...reader.take()];
}

/** The same by the way that programs read. */
export async function collected(source: AsyncIterable<Uint8Array>): Promise<DsnEvent[]> {
  const events: DsnEvent[] = [];
  for await (const batch of readDeposit(source)) events.push(...batch);
  return events;
}

export const refusalsIn = (events: readonly DsnEvent[]): Refusal[] =>
  events.flatMap((event) => ('refusals' in event ? event.refusals : []));

/** What of a file would be kept: by an obedient reader of events, who undoes what is refused. */
export type Kept = {
  outcome: 'taken' | 'refused';
  deposits: SmallDeposit[];
  counts: { declarations: number; individuals: number; payments: number };
};

/** Plays the events, and throws where they come as events.ts says that they never do. */
export function kept(events: readonly DsnEvent[]): Kept {
  const deposits: SmallDeposit[] = [];
  let open: SmallDeposit['declarations'][number] | undefined;
  let outcome: Kept['outcome'] | undefined;
  let counts: Kept['counts'] = { declarations: 0, individuals: 0, payments: 0 };
  const seen = { ...counts };
  const sayNever = (event: DsnEvent): never => {
    throw new Error(`${event.kind} must not come here`);
  };
  for (const event of events) {
    const deposit = deposits.at(-1);
    if (outcome) sayNever(event);
    switch (event.kind) {
      case 'deposit':
        if (open) sayNever(event);
        deposits.push({ ...event.header, declarations: [] });
        break;
      case 'declaration':
        if (open || !deposit || deposit.test) sayNever(event);
        open = { ...event.header, individuals: [] };
        break;
      case 'individual':
        if (!open) sayNever(event);
        open?.individuals.push(event.individual);
        break;
      case 'declaration-end':
        if (!open) return sayNever(event);
        // Of an announced hire, what is counted is not told.
        if (open.nature !== '10') {
          if (event.individuals !== open.individuals.length) sayNever(event);
          if (event.payments !== paymentsOf(open.individuals)) sayNever(event);
        }
        seen.declarations += 1;
        seen.individuals += event.individuals;
        seen.payments += event.payments;
        deposit?.declarations.push(open);
        open = undefined;
        break;
      case 'declaration-refused':
        if (event.refusals.length === 0 || !deposit) sayNever(event);
        open = undefined;
        break;
      case 'deposit-end':
        if (open) sayNever(event);
        outcome = 'taken';
        counts = event.counts;
        break;
      case 'deposit-refused':
        if (event.refusals.length === 0) sayNever(event);
        outcome = 'refused';
        deposits.length = 0;
    }
  }
  if (!outcome) throw new Error('The events have no end');
  if (outcome === 'taken' && JSON.stringify(seen) !== JSON.stringify(counts))
    throw new Error('The counts are not of the events');
  return { outcome, deposits, counts };
}

const paymentsOf = (individuals: readonly Individual[]) =>
  individuals.reduce((sum, { payments }) => sum + payments.length, 0);

/** Without line numbers, which a model made by hand does not have. */
export const withoutLines = (deposit: SmallDeposit): SmallDeposit => ({
  ...deposit,
  declarations: deposit.declarations.map((declaration) => ({
    ...declaration,
    line: 0,
    individuals: declaration.individuals.map((individual) => ({ ...individual, line: 0 })),
  })),
});
