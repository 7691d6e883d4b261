/**
 * Everything that the database has of a person, one line for each kind. Whoever adds a table adds its line here, or
 * says below why it is not a person's; a test walks the schema and refuses what is in neither.
 */
import type { KeptItem } from '@mds-kit/contract/me';
import type { Kysely } from 'kysely';
import type { PortalTables } from '../database.ts';
import type { Keys } from '../keys/keys.ts';
import type { Partners } from '../partners/partners.ts';
import type { RetentionId } from '../retention.ts';
import type { OpenSession } from '../session/sessions.ts';
import { keptAccesses } from './kept-accesses.ts';
import { keptAgreements } from './kept-agreements.ts';
import { keptCodes } from './kept-codes.ts';
import { keptLink } from './kept-link.ts';
import { keptSessions } from './kept-sessions.ts';

/** What a kind needs to find and to read its rows. */
export interface Asker {
  readonly kysely: Kysely<PortalTables>;
  readonly keys: Pick<Keys, 'links'>;
  readonly partners: Pick<Partners, 'nameOf'>;
  /** Of the person who asks. */
  readonly session: OpenSession;
  /** The same person's index of the link, as tables hold it. */
  readonly subject: Uint8Array;
}

export type ReadKept = (asker: Asker) => Promise<KeptItem[]>;

export interface KeptKind {
  readonly what: RetentionId;
  readonly table: keyof PortalTables;
  readonly read: ReadKept;
}

/** Each of these tables refers to the link and falls with it (`on delete cascade`): unlinking is one statement. */
export const KEPT_KINDS: readonly KeptKind[] = [
  { what: 'link', table: 'link', read: keptLink },
  { what: 'session', table: 'session', read: keptSessions },
  { what: 'code', table: 'one_time_code', read: keptCodes },
  { what: 'agreement', table: 'agreement', read: keptAgreements },
  { what: 'access', table: 'access_entry', read: keptAccesses },
];

/** Tables that no export shows, and why. */
export const OF_NOBODY: Readonly<Record<string, string>> = {
  counter:
    'Numbers of tries under a keyed index of what is counted, gone in minutes: no row tells whose it is.',
  mds_job_turn: 'When jobs last ran.',
  mds_migration: 'Which migrations were applied.',
};
