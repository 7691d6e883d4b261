/** Tokens that were shown: each is worth one use, whichever replica it is shown to (RFC 7523 §3, `jti`). */
import type { PortalDatabase } from '../database.ts';
import { tokenId } from '../keys/secret-box.ts';

export interface UsedTokens {
  /** Whether this is its first use. It is remembered until it would be refused for its age. */
  take(kind: string, partner: string, jti: string, expiresAt: Date): Promise<boolean>;
}

export function createUsedTokens({ kysely }: PortalDatabase): UsedTokens {
  return {
    async take(kind, partner, jti, expiresAt) {
      const id = tokenId(JSON.stringify([kind, partner, jti]), 'used token');
      // A code of nothing: that it is there says that the token was shown. Purged with the codes.
      const row = await kysely
        .insertInto('one_time_code')
        .values({ id, content: new Uint8Array(), expires_at: expiresAt, subject: null })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
