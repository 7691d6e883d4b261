/**
 * Signing out has two halves. The session here ends at once; FranceConnect's own can only be ended by the whole page
 * going there with the ID token, which never leaves us but for that: the page is given a code for it instead.
 */
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { KEPT } from '../retention.ts';
import { createOneTimeCodes } from '../session/one-time-codes.ts';
import type { OpenSession } from '../session/sessions.ts';

export interface SigningOut {
  /** Null: FranceConnect had no part in it, and its session is none of ours to end. */
  readonly idToken: string | null;
  readonly partner: string;
  readonly returnId: string;
}

export interface SignOuts {
  /** Where the whole page goes next. */
  begin(session: OpenSession): Promise<string>;
  take(code: string): Promise<SigningOut | undefined>;
}

export function createSignOuts(database: PortalDatabase, clock: Clock, portalOrigin: string): SignOuts {
  const codes = createOneTimeCodes<SigningOut>({
    database,
    clock,
    purpose: 'sign-out',
    seconds: KEPT.signOutSeconds,
  });
  return {
    async begin({ idToken, partner, returnId }) {
      return `${portalOrigin}/sign-out/${await codes.issue({ idToken, partner, returnId })}`;
    },
    take: (code) => codes.take(code),
  };
}
