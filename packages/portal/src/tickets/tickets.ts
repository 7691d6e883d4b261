/**
 * A ticket: for 60 seconds, once, in the one browser whose challenge it was made for. A fund's server gets it for
 * somebody who is connected there, and the frame on the fund's page opens a session with it, without FranceConnect. The
 * very first link is always made by FranceConnect, and the person has agreed to this fund.
 */
import type { Agreements } from '../agreements/agreements.ts';
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import type { Partner } from '../partners/partner-file.ts';
import { ticketChallengeOf } from '../keys/secret-box.ts';
import { KEPT } from '../retention.ts';
import { isChallengeOf } from '../session/handover.ts';
import { createOneTimeCodes } from '../session/one-time-codes.ts';
import type { SignedIn } from '../session/sessions.ts';
import type { Links } from '../sign-in/links.ts';
import type { Fund, Subject } from './fund-tokens.ts';

interface Bound {
  readonly partner: string;
  readonly challenge: string;
  readonly subject: string;
  readonly person: Subject['person'];
  /** When the person signed in at the fund, in seconds. */
  readonly authTime: number;
}

export interface Redeemer {
  readonly partner: Partner;
  readonly verifier: string | undefined;
  /** When somebody last signed out in this browser, in seconds. */
  readonly signedOutAt: number | undefined;
}

export interface Tickets {
  readonly seconds: number;
  /** Undefined: the person has to come themselves. Nobody outside is told why. */
  issue(fund: Fund, challenge: string, subject: Subject): Promise<string | undefined>;
  /** As of a handover code; and the link and the agreement must still be there. The ticket is spent in any case. */
  redeem(ticket: string, redeemer: Redeemer): Promise<SignedIn | undefined>;
}

export interface TicketsOptions {
  readonly database: PortalDatabase;
  readonly clock: Clock;
  readonly agreements: Agreements;
  readonly links: Links;
}

export function createTickets({ database, clock, agreements, links }: TicketsOptions): Tickets {
  const codes = createOneTimeCodes<Bound>({
    database,
    clock,
    purpose: 'ticket',
    seconds: KEPT.codeSeconds,
    subjectOf: ({ subject }) => subject,
  });
  const inSeconds = (instant: Date) => instant.getTime() / 1000;

  return {
    seconds: KEPT.codeSeconds,

    async issue(fund, challenge, { person, acr, authTime }) {
      // Looked up in any case: that an answer came sooner must not tell what it was about either.
      const subject = await agreements.agreedSubject(person.nir, fund.id);
      const { levels, maxAgeSeconds } = fund.ticket;
      const sure = levels.some((level) => level === acr);
      const recent = inSeconds(clock()) - inSeconds(authTime) <= maxAgeSeconds;
      if (subject === undefined || !sure || !recent) return undefined;
      return codes.issue({ partner: fund.id, challenge, subject, person, authTime: inSeconds(authTime) });
    },

    async redeem(ticket, { partner, verifier, signedOutAt }) {
      const bound = await codes.take(ticket);
      if (bound === undefined || verifier === undefined) return undefined;
      const { subject, person, challenge, authTime } = bound;
      if (bound.partner !== partner.id || !isChallengeOf(challenge, verifier, ticketChallengeOf))
        return undefined;
      // Who signed out here is not signed in again by a page that still knows them: they sign in anew, here or there.
      if (signedOutAt !== undefined && authTime <= signedOutAt) return undefined;
      // A minute ago is a minute ago: agreed, unlinked and the partner's own section may have changed since.
      if (partner.ticket === undefined || !(await agreements.decisionOf(subject, partner.id)))
        return undefined;
      if ((await links.find(subject)) !== person.nir) return undefined;
      return { person, subject, idToken: null, returnId: partner.returns[0]?.id ?? '' };
    },
  };
}
