/**
 * A sign-in under way, in a sealed cookie of the portal host. Two stages: at FranceConnect, then (first connection) at
 * the NIR page. Each is worth one answer; that it had it is remembered, since a cookie can be put back.
 */
import type { Context } from 'hono';
import { z } from 'zod';
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import type { PortalEnv } from '../http/environment.ts';
import { createSealedCookie } from '../http/sealed-cookie.ts';
import { tokenId } from '../keys/secret-box.ts';
import { NirTrouble } from '../nir/trouble.ts';
import { KEPT } from '../retention.ts';
import { Identity } from './identity.ts';

export const Destination = z.object({
  partner: z.string(),
  returnId: z.string(),
  /** Hash of the verifier that the frame's own cookie holds; null for the portal's own pages. */
  challenge: z.string().nullable(),
});
/** Where somebody who signs in came from, and goes back to. */
export type Destination = z.infer<typeof Destination>;

const Begun = Destination.extend({
  /** The authorization that this stands on, through both stages. */
  state: z.string(),
  /** When this stage ends at the latest (ISO instant); told when it is first written. */
  until: z.iso.datetime().optional(),
});

const AtFranceConnect = Begun.extend({ stage: z.literal('authorizing'), nonce: z.string() });
export type AtFranceConnect = z.infer<typeof AtFranceConnect>;

const Identifying = Begun.extend({
  stage: z.literal('identifying'),
  subject: z.string(),
  idToken: z.string(),
  identity: Identity,
  /** What the page has to say of the number that was typed, once; and the number, where it is there to be mended. */
  trouble: NirTrouble.optional(),
  typed: z.string().optional(),
});
export type Identifying = z.infer<typeof Identifying>;

const Transaction = z.discriminatedUnion('stage', [AtFranceConnect, Identifying]);
export type Transaction = z.infer<typeof Transaction>;

/** Too old, or used: nothing is left of it but the way back. */
export type Past = Destination & ({ readonly stage: 'lapsed' } | { readonly stage: 'spent' });

export interface Transactions {
  /** Each writing gives the person ten minutes more, up to the end of the stage. */
  write(c: Context<PortalEnv>, transaction: Transaction): Promise<void>;
  /** Undefined: none, or not one of ours. */
  read(c: Context<PortalEnv>): Promise<Transaction | Past | undefined>;
  /** Takes the answer to this stage; false when it was taken already, whatever the cookie says. */
  spend(c: Context<PortalEnv>, transaction: Transaction): Promise<boolean>;
}

export interface TransactionsOptions {
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly database: PortalDatabase;
}

export function createTransactions({ key, clock, database: { kysely } }: TransactionsOptions): Transactions {
  const cookie = createSealedCookie({ name: '__Host-mds-signing-in', content: Transaction, key, clock });
  return {
    async write(c, transaction) {
      const until = transaction.until ?? inSeconds(clock, KEPT.signInLongestSeconds).toISOString();
      const left = (Date.parse(until) - clock().getTime()) / 1000;
      const seconds = Math.min(KEPT.signInSeconds, left);
      await cookie.write(c, { ...transaction, until }, seconds, KEPT.cameFromSeconds);
    },
    async read(c) {
      const found = await cookie.read(c);
      if (found === undefined) return undefined;
      const { partner, returnId, challenge } = found.content;
      if (found.lapsed) return { partner, returnId, challenge, stage: 'lapsed' };
      const spent = await kysely
        .selectFrom('one_time_code')
        .select('id')
        .where('id', '=', idOf(found.content))
        .executeTakeFirst();
      return spent === undefined ? found.content : { partner, returnId, challenge, stage: 'spent' };
    },
    async spend(c, transaction) {
      cookie.clear(c);
      const row = await kysely
        .insertInto('one_time_code')
        .values({
          id: idOf(transaction),
          content: new Uint8Array(),
          expires_at: inSeconds(clock, KEPT.signInLongestSeconds),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** A code of nothing: that it is there says that this stage had its answer. */
const idOf = ({ stage, state }: Transaction) => tokenId(state, `spent ${stage}`);
