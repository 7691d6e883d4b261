import { KEPT, monthsBefore } from '../retention.ts';
import { nameOf } from './kept-sessions.ts';
import type { ReadKept } from './kept.ts';

/** The whole journal of the person, the latest first. */
export const keptAccesses: ReadKept = async ({ kysely, partners, subject }) => {
  const rows = await kysely
    .selectFrom('access_entry')
    .select(['at', 'event', 'domain', 'partner'])
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ at, event, domain, partner }) => ({
    until: monthsBefore(at, -KEPT.accessMonths).toISOString(),
    content: { at: at.toISOString(), event, domain, site: nameOf(partners, partner) },
  }));
};
