/** From the portal, where somebody signed in, to the frame on the partner's page: a code for 60 seconds, once. */
import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { challengeOf } from '../keys/secret-box.ts';
import { createOneTimeCodes } from './one-time-codes.ts';
import { KEPT } from '../retention.ts';
import type { SignedIn } from './sessions.ts';

interface Bound extends SignedIn {
  readonly partner: string;
  readonly challenge: string;
}

export interface Handovers {
  issue(partner: string, challenge: string, signedIn: SignedIn): Promise<string>;
  /**
   * Who signed in, if the code is ours, fresh, this partner's, and comes from the browser that began. The code is
   * spent in any case: whoever tries one that is not theirs ends it.
   */
  redeem(code: string, partner: string, verifier: string | undefined): Promise<SignedIn | undefined>;
}

export function createHandovers(database: PortalDatabase, clock: Clock): Handovers {
  const codes = createOneTimeCodes<Bound>({
    database,
    clock,
    purpose: 'handover',
    seconds: KEPT.codeSeconds,
    subjectOf: ({ subject }) => subject,
  });
  return {
    issue: (partner, challenge, signedIn) => codes.issue({ ...signedIn, partner, challenge }),
    async redeem(code, partner, verifier) {
      const bound = await codes.take(code);
      if (bound === undefined || verifier === undefined) return undefined;
      const { partner: boundPartner, challenge, ...signedIn } = bound;
      return boundPartner === partner && isChallengeOf(challenge, verifier) ? signedIn : undefined;
    },
  };
}

/** Does this browser hold what the code was made for? Compared in a time that tells nothing. */
export function isChallengeOf(challenge: string, verifier: string, derive = challengeOf): boolean {
  const [one, other] = [Buffer.from(challenge), Buffer.from(derive(verifier))];
  return one.length === other.length && timingSafeEqual(one, other);
}
