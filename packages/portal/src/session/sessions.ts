/** Sessions: 30 minutes idle, 2 hours at most; their content opens only with the token in the person's own cookie. */
import type { Person } from '@mds-kit/exchange/person';
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { KEPT } from '../retention.ts';
import { createJustSeen } from './just-seen.ts';
import { createSessionRows } from './session-rows.ts';
import { isToken, newToken, seal, tokenId, tokenKey, unseal } from '../keys/secret-box.ts';

/** A sign of life younger than this, in ms, is not written down again: six widgets are not six writes. */
const TOUCH_AFTER = 60_000;

const PURPOSE = 'session';

/** Who signed in, and how to sign out again. */
export interface SignedIn {
  readonly person: Person;
  /** Index of FranceConnect's `sub`, as in the link. */
  readonly subject: string;
  /** FranceConnect wants it back to end its own session (`id_token_hint`); null for who came by a fund's ticket. */
  readonly idToken: string | null;
  /** The registered return address used, by id: signing out leads back there. */
  readonly returnId: string;
}

export interface OpenSession extends SignedIn {
  readonly id: Uint8Array;
  readonly partner: string;
  readonly idleUntil: Date;
  readonly endsAt: Date;
}

export interface Sessions {
  /** A new session; the token is for the cookie alone. */
  open(partner: string, signedIn: SignedIn): Promise<{ token: string; session: OpenSession }>;
  /** The session of a token, its idle time begun anew; undefined when it has ended or never was. */
  find(token: string | undefined): Promise<OpenSession | undefined>;
  /** The same without prolonging it: a page that only keeps looking is nobody's sign of life. */
  look(token: string | undefined): Promise<OpenSession | undefined>;
  end(session: OpenSession): Promise<void>;
  /**
   * Ends every session of a person, on every host, or on this partner's pages; another replica may answer for one for a
   * second more.
   */
  endAll(subject: string, partner?: string): Promise<void>;
}

export function createSessions(database: PortalDatabase, clock: Clock): Sessions {
  const { kysely } = database;
  const rowOf = createSessionRows(database);
  const justSeen = createJustSeen<{ session: OpenSession; seenAt: Date }>(clock);
  const idleUntil = (seenAt: Date, endsAt: Date) =>
    new Date(Math.min(seenAt.getTime() + KEPT.sessionIdleSeconds * 1000, endsAt.getTime()));

  const mayWait = (seenAt: Date) => clock().getTime() - seenAt.getTime() <= TOUCH_AFTER;

  async function read(token: string | undefined, prolong: boolean): Promise<OpenSession | undefined> {
    if (!isToken(token)) return undefined;
    const id = tokenId(token, PURPOSE);
    const known = justSeen.get(id);
    if (known !== undefined && known.session.idleUntil > clock() && (!prolong || mayWait(known.seenAt)))
      return known.session;
    const row = await rowOf(id);
    const now = clock();
    if (row === undefined || idleUntil(row.seen_at, row.ends_at) <= now) return undefined;
    let seenAt = row.seen_at;
    if (prolong && !mayWait(seenAt)) {
      await kysely.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute();
      seenAt = now;
    }
    const signedIn = JSON.parse(unseal(tokenKey(token, PURPOSE), row.content, id)) as SignedIn;
    const until = idleUntil(seenAt, row.ends_at);
    const session = { ...signedIn, id, partner: row.partner, endsAt: row.ends_at, idleUntil: until };
    justSeen.remember(id, { session, seenAt });
    return session;
  }

  return {
    async open(partner, signedIn) {
      const token = newToken();
      const id = tokenId(token, PURPOSE);
      const [seenAt, endsAt] = [clock(), inSeconds(clock, KEPT.sessionLongestSeconds)];
      const row = {
        id,
        partner,
        subject: Buffer.from(signedIn.subject, 'base64url'),
        content: seal(tokenKey(token, PURPOSE), JSON.stringify(signedIn), id),
        seen_at: seenAt,
        ends_at: endsAt,
      };
      await kysely.insertInto('session').values(row).execute();
      return { token, session: { ...signedIn, id, partner, endsAt, idleUntil: idleUntil(seenAt, endsAt) } };
    },

    find: (token) => read(token, true),
    look: (token) => read(token, false),

    async end({ id }) {
      await kysely.deleteFrom('session').where('id', '=', id).execute();
      // After, lest somebody who asked meanwhile have it remembered again.
      justSeen.forget(id);
    },

    async endAll(subject, partner) {
      const all = kysely.deleteFrom('session').where('subject', '=', Buffer.from(subject, 'base64url'));
      const those = partner === undefined ? all : all.where('partner', '=', partner);
      const ended = await those.returning('id').execute();
      for (const { id } of ended) justSeen.forget(id);
    },
  };
}

/** Rows that can serve nobody any more. */
export async function purgeSessions({ kysely }: PortalDatabase, clock: Clock): Promise<void> {
  const idle = inSeconds(clock, -KEPT.sessionIdleSeconds);
  await kysely
    .deleteFrom('session')
    .where((row) => row.or([row('seen_at', '<=', idle), row('ends_at', '<=', clock())]))
    .execute();
}
