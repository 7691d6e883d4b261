import * as z from 'zod/mini';
import { Id, Instant, Month } from './formats.ts';
import { Household } from './household.ts';
import { Organisation } from './organisations.ts';
import { MissingReason } from './rights.ts';

/** Who said one value of the household, and of when it is. What several said together has a line for each of them. */
export const KnownSource = z.object({
  /**
   * Where in the household: `adults.0.birthDate`, `children`, `adults.0.incomes.salary`. It speaks for everything below it
   * that has no line of its own.
   */
  path: z.string().check(z.regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)*$/), z.maxLength(80)),
  /** null: the identity that the person signed in with, certified by the State's registers. */
  organisation: z.nullable(Id),
  /** The moment that the source's data is of. */
  asOf: Instant,
});
export type KnownSource = z.infer<typeof KnownSource>;

/** The fund's own measure of a household (*quotient familial*): not the tax one, which is counted in other parts. */
export const KnownQuotient = z.object({
  cents: z.int(),
  month: Month,
  organisation: Id,
  asOf: Instant,
});
export type KnownQuotient = z.infer<typeof KnownQuotient>;

/**
 * Whose silence leaves what unknown:
 *
 * - `family`: the couple, the children, the home, of the family branch
 * - `resources`: salaries and other incomes, of the scheme of monthly resources
 * - `payments`: benefits received, of whoever pays them
 */
export const KNOWN_PARTS = ['family', 'resources', 'payments'] as const;

export const KnownMissing = z.object({
  part: z.enum(KNOWN_PARTS),
  /** null: the scheme of monthly resources, or that nobody can say now who manages this person. */
  organisation: z.nullable(Id),
  why: MissingReason,
});
export type KnownMissing = z.infer<typeof KnownMissing>;

/**
 * `GET /v1/situation`: what the social sphere knows already of the person, to begin a simulation with. Nothing in it is ever
 * a guess: what nobody said, or who should say it did not answer, is left out, and that means unknown (never no, never 0).
 */
export const KnownSituation = z.object({
  asOf: Instant,
  /** The person first; children are `c1`, `c2`… from the eldest on, and nobody has a name. */
  household: Household,
  sources: z.array(KnownSource),
  quotient: z.nullable(KnownQuotient),
  /** Everyone named anywhere in this answer, those who did not answer included: whom to talk to. */
  organisations: z.array(Organisation),
  missing: z.array(KnownMissing),
});
export type KnownSituation = z.infer<typeof KnownSituation>;
