import { unseal } from '../keys/secret-box.ts';
import { KEPT, monthsBefore } from '../retention.ts';
import type { ReadKept } from './kept.ts';

/** The NIR as the database has it, not as the session remembers it. Looking is no connection: the link is not renewed. */
export const keptLink: ReadKept = async ({ kysely, keys, subject }) => {
  const rows = await kysely.selectFrom('link').selectAll().where('subject', '=', subject).execute();
  return rows.map(({ key_id, nir, created_at, last_used_at }) => {
    const key = keys.links.keys[key_id];
    if (key === undefined) throw new Error('A link is encrypted under a key that the key file does not have');
    return {
      until: monthsBefore(last_used_at, -KEPT.linkMonths).toISOString(),
      content: {
        nir: unseal(key, nir, subject),
        franceConnectIndex: Buffer.from(subject).toString('base64url'),
        createdAt: created_at.toISOString(),
        lastUsedAt: last_used_at.toISOString(),
      },
    };
  });
};
