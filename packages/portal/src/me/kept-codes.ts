import type { ReadKept } from './kept.ts';

/** Codes on their way to open a session. What they carry opens only with the code, which we do not have. */
export const keptCodes: ReadKept = async ({ kysely, subject }) => {
  const rows = await kysely
    .selectFrom('one_time_code')
    .select('expires_at')
    .where('subject', '=', subject)
    .execute();
  return rows.map(({ expires_at }) => ({ until: expires_at.toISOString(), content: { encrypted: true } }));
};
