import { KEPT, monthsBefore } from '../retention.ts';
import { nameOf } from './kept-sessions.ts';
import type { ReadKept } from './kept.ts';

/** What the person answered to each fund that may vouch for them. It falls with the link. */
export const keptAgreements: ReadKept = async ({ kysely, partners, subject }) => {
  const rows = await kysely
    .selectFrom('agreement')
    .innerJoin('link', 'link.subject', 'agreement.subject')
    .select(['agreement.partner', 'agreement.agreed', 'agreement.at', 'link.last_used_at'])
    .where('agreement.subject', '=', subject)
    .orderBy('agreement.at', 'desc')
    .execute();
  return rows.map(({ partner, agreed, at, last_used_at }) => ({
    until: monthsBefore(last_used_at, -KEPT.linkMonths).toISOString(),
    content: { site: nameOf(partners, partner), agreed, at: at.toISOString() },
  }));
};
