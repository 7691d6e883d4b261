/** The journal as its person reads it: the latest first, a page at a time. */
import type { AccessEvent } from '@mds-kit/contract/accesses';
import type { Domain } from '@mds-kit/contract/domains';
import type { PortalDatabase } from '../database.ts';
import { indexOf, seal, unseal } from '../keys/secret-box.ts';

const PAGE = 20;

interface Entry {
  readonly at: Date;
  readonly partner: string;
  readonly event: AccessEvent;
  readonly domain: Domain | null;
}

export interface AccessPages {
  /** The page behind a cursor, or the first; undefined: the cursor is none of this person's. */
  page(
    subject: string,
    before: string | undefined,
  ): Promise<{ entries: Entry[]; next: string | null } | undefined>;
}

export function createAccessPages(
  { kysely }: PortalDatabase,
  keys: { readonly index: Uint8Array },
): AccessPages {
  const cursors = createCursors(keys.index);
  return {
    async page(subject, before) {
      const owner = Buffer.from(subject, 'base64url');
      const beforeId = before === undefined ? undefined : cursors.read(before, owner);
      if (before !== undefined && beforeId === undefined) return undefined;
      let query = kysely
        .selectFrom('access_entry')
        .select(['id', 'at', 'partner', 'event', 'domain'])
        .where('subject', '=', owner)
        .orderBy('id', 'desc')
        .limit(PAGE + 1);
      if (beforeId !== undefined) query = query.where('id', '<', beforeId);
      const rows = await query.execute();
      const entries = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? entries.at(-1) : undefined;
      return { entries, next: last === undefined ? null : cursors.write(last.id, owner) };
    },
  };
}

/**
 * A row's number says how many people were here before; sealed, it says nothing, and beside the owner's index it opens
 * for nobody else.
 */
function createCursors(secret: Uint8Array) {
  const key = indexOf(secret, 'accesses', 'cursor');
  return {
    write: (id: number, owner: Uint8Array) => Buffer.from(seal(key, String(id), owner)).toString('base64url'),
    read(cursor: string, owner: Uint8Array): number | undefined {
      try {
        return Number(unseal(key, Buffer.from(cursor, 'base64url'), owner));
      } catch {
        return undefined;
      }
    },
  };
}
