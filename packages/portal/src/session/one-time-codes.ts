/** Codes that work once: what they stand for lies in the database, readable only with the code. */
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { isToken, newToken, seal, tokenId, tokenKey, unseal } from '../keys/secret-box.ts';

export interface OneTimeCodes<Content> {
  issue(content: Content): Promise<string>;
  /** Takes the code, which is then worth nothing, whatever comes of it. Undefined: unknown, used, or expired. */
  take(code: string | undefined): Promise<Content | undefined>;
}

export interface OneTimeCodesOptions<Content> {
  readonly database: PortalDatabase;
  readonly clock: Clock;
  /** A code of one purpose is unknown for another. */
  readonly purpose: string;
  readonly seconds: number;
  /** Whose code it is (index of the link), where it opens a session: it falls when they unlink. */
  readonly subjectOf?: (content: Content) => string;
}

export function createOneTimeCodes<Content>({
  database: { kysely },
  clock,
  purpose,
  seconds,
  subjectOf,
}: OneTimeCodesOptions<Content>): OneTimeCodes<Content> {
  return {
    async issue(content) {
      const code = newToken();
      const id = tokenId(code, purpose);
      const subject = subjectOf ? Buffer.from(subjectOf(content), 'base64url') : null;
      const sealed = seal(tokenKey(code, purpose), JSON.stringify(content), id);
      await kysely
        .insertInto('one_time_code')
        .values({ id, content: sealed, expires_at: inSeconds(clock, seconds), subject })
        .execute();
      return code;
    },
    async take(code) {
      if (!isToken(code)) return undefined;
      const id = tokenId(code, purpose);
      const row = await kysely
        .deleteFrom('one_time_code')
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined || row.expires_at <= clock()) return undefined;
      return JSON.parse(unseal(tokenKey(code, purpose), row.content, id)) as Content;
    },
  };
}
