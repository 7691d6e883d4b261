/**
 * The access journal: who saw what, when, through which partner. An answer leaves once its entry is written, so it is
 * written while the funds are asked: entries that come together go in one insert, and a session that looks at a domain,
 * its salaries or its whole situation again and again is one entry in fifteen minutes (two, where two replicas answer it).
 */
import type { AccessEvent } from '@mds-kit/contract/accesses';
import type { Domain } from '@mds-kit/contract/domains';
import type { Insertable } from 'kysely';
import type { Clock } from '../clock.ts';
import { isOutage, type PortalDatabase, type PortalTables } from '../database.ts';
import type { OpenSession } from '../session/sessions.ts';

const AGAIN_AFTER_MS = 15 * 60_000;

/** Five parameters each, and a statement takes 65,535. */
const MOST_TOGETHER = 1_000;

/** What a session looks at again and again. */
type Shown = Extract<AccessEvent, 'rights' | 'salaries' | 'situation'>;
type Looking = Pick<OpenSession, 'id' | 'subject' | 'partner'>;

export interface AccessJournal {
  /** Written when it resolves. @throws JournalError */
  record(who: Pick<OpenSession, 'subject' | 'partner'>, event: Exclude<AccessEvent, Shown>): Promise<void>;
  /** The rights of a domain are about to be shown. @throws JournalError */
  recordRights(session: Looking, domain: Domain): Promise<void>;
  /** The salaries are about to be shown. @throws JournalError */
  recordSalaries(session: Looking): Promise<void>;
  /** What is known of the household is about to be shown. @throws JournalError */
  recordSituation(session: Looking): Promise<void>;
}

/** What cannot be journalled is not shown. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

type Row = Insertable<PortalTables['access_entry']>;

export function createAccessJournal(database: PortalDatabase, clock: Clock): AccessJournal {
  const write = writeTogether(database);
  const recent = new Map<string, { until: number; written: Promise<void> }>();

  /** The oldest stand first, and each is kept equally long. */
  const forgetOld = (now: number) => {
    for (const [key, { until }] of recent) {
      if (until > now) return;
      recent.delete(key);
    }
  };

  const enter = (
    { subject, partner }: Pick<OpenSession, 'subject' | 'partner'>,
    event: AccessEvent,
    domain: Domain | null,
  ) => write({ subject: Buffer.from(subject, 'base64url'), at: clock(), partner, event, domain });

  const look = (session: Looking, event: Shown, domain: Domain | null) => {
    const now = clock().getTime();
    forgetOld(now);
    const key = `${Buffer.from(session.id).toString('base64url')} ${event} ${domain ?? ''}`;
    const known = recent.get(key);
    if (known !== undefined) return known.written;
    const written = enter(session, event, domain);
    recent.set(key, { until: now + AGAIN_AFTER_MS, written });
    written.catch(() => recent.delete(key));
    return written;
  };

  return {
    record: (who, event) => enter(who, event, null),
    recordRights: (session, domain) => look(session, 'rights', domain),
    recordSalaries: (session) => look(session, 'salaries', null),
    recordSituation: (session) => look(session, 'situation', null),
  };
}

interface Waiting {
  readonly row: Row;
  readonly resolve: () => void;
  readonly reject: (error: JournalError) => void;
}

/** One insert at a time; what comes while one is under way goes in the next. */
function writeTogether({ kysely }: PortalDatabase): (row: Row) => Promise<void> {
  const waiting: Waiting[] = [];
  let underWay = false;

  const insert = (batch: readonly Waiting[]) =>
    kysely
      .insertInto('access_entry')
      .values(batch.map(({ row }) => row))
      .execute();

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      await insert(batch);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      // Somebody among them unlinked a moment ago, and has no journal any more: that is nobody else's trouble.
      if (batch.length > 1 && !isOutage(error)) for (const one of batch) await write([one]);
      else for (const { reject } of batch) reject(new JournalError('Not journalled', { cause: error }));
    }
  }

  function leave(): void {
    if (waiting.length === 0 || underWay) return;
    const batch = waiting.splice(0, MOST_TOGETHER);
    underWay = true;
    void write(batch).finally(() => {
      underWay = false;
      leave();
    });
  }

  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      // Later in this turn, so that all the requests that arrived together go together.
      if (waiting.length === 1) setImmediate(leave);
    });
}
