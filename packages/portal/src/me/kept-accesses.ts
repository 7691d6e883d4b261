import { ACCESS_EVENTS } from '@mds-kit/contract/accesses';
import { Domain } from '@mds-kit/contract/domains';
import type { KeptItem } from '@mds-kit/contract/me';
import { z } from 'zod';
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

const KeptAccess = z.object({
  at: z.coerce.date(),
  event: z.enum(ACCESS_EVENTS),
  domain: z.nullable(Domain),
  site: z.string(),
});

/** An entry as the export has it, read again. Undefined: a newer replica wrote what this one has no words for. */
export function keptAccess({ content }: KeptItem): z.infer<typeof KeptAccess> | undefined {
  return KeptAccess.safeParse(content).data;
}
