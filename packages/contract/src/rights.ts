import * as z from 'zod/mini';
import { Domain } from './domains.ts';
import { Id, Instant, IsoDate } from './formats.ts';
import { Amount } from './money.ts';
import { Organisation, Scheme } from './organisations.ts';
import { Procedure } from './procedures.ts';
import { Topic } from './topics.ts';

export const RightStatus = z.enum(['open', 'pending', 'suspended', 'ended']);
export type RightStatus = z.infer<typeof RightStatus>;

/** For whom the right is paid: the person, their partner, or a child called by first name. */
export const Beneficiary = z.object({
  kind: z.enum(['self', 'partner', 'child']),
  firstName: z.nullable(z.string()),
});
export type Beneficiary = z.infer<typeof Beneficiary>;

/** A right (*droit*) as its organisation states it at `asOf`. */
export const Right = z.object({
  /** A benefit id (benefits.ts); a newer portal may send one that this kit has no words for. */
  benefit: Id,
  status: RightStatus,
  /** null: the right has no amount (health cover), or its organisation does not tell it. Never to be read as 0. */
  amount: z.nullable(Amount),
  beneficiaries: z.array(Beneficiary),
  since: z.nullable(IsoDate),
  until: z.nullable(IsoDate),
  organisation: Id,
  asOf: Instant,
});
export type Right = z.infer<typeof Right>;

/** Why an organisation's answer is not there. None of them means that the person has no right. */
export const MissingReason = z.enum(['timeout', 'unavailable', 'unauthorised']);
export type MissingReason = z.infer<typeof MissingReason>;

/**
 * What one domain holds for the person now. Parts are normally partial: `rights` may stand beside `missing`.
 *
 * - `rights`: at least one right is known.
 * - `nothing-paid`: everyone who manages the person here has answered, nothing is paid; `offers` says what the domain has.
 * - `not-covered`: no right is known, and one of the person's schemes does not transmit this domain yet (which one is
 *   in `notCovered`): nobody can say that nothing is paid.
 * - `not-answering`: no right is known and somebody did not answer: never to be read as "no right".
 */
export const Situation = z.enum(['rights', 'nothing-paid', 'not-covered', 'not-answering']);
export type Situation = z.infer<typeof Situation>;

/** Who did not answer; organisation null: we do not know now who manages this person (affiliation registry down). */
export const Missing = z.object({ organisation: z.nullable(Id), why: MissingReason });
export type Missing = z.infer<typeof Missing>;

export const DomainRights = z.object({
  domain: Domain,
  situation: Situation,
  asOf: Instant,
  rights: z.array(Right),
  /** Everyone named anywhere in this answer, those who did not answer included: whom to talk to. */
  organisations: z.array(Organisation),
  procedures: z.array(Procedure),
  topics: z.array(Topic),
  /** Benefit ids that the domain offers. */
  offers: z.array(Id),
  notCovered: z.array(z.object({ organisation: Id, scheme: Scheme })),
  missing: z.array(Missing),
});
export type DomainRights = z.infer<typeof DomainRights>;

/** The one place where the situation is decided: a right outweighs a silence, a silence a gap, a gap an emptiness. */
export function situationOf(parts: {
  rights: readonly unknown[];
  missing: readonly unknown[];
  notCovered: readonly unknown[];
}): Situation {
  if (parts.rights.length > 0) return 'rights';
  if (parts.missing.length > 0) return 'not-answering';
  if (parts.notCovered.length > 0) return 'not-covered';
  return 'nothing-paid';
}
