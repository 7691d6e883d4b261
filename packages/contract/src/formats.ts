import * as z from 'zod/mini';

// Patterns instead of z.iso: that one module alone adds 750 bytes (brotli) to every page. They check the
// shape only; whoever computes with a date parses it and decides there what an impossible day means.

/** A day, ISO 8601, such as `2026-03-31`. */
export const IsoDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** A month, such as `2026-03`: the unit in which salaries and most benefits are counted. */
export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** A moment with its offset, RFC 3339, such as `2026-11-22T09:30:00+01:00` or `…Z`. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/));

/** An identifier of ours: what crosses the wire is an id, its words live in the kit's locales. */
export const Id = z.string().check(z.regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/), z.maxLength(64));

/** A BCP 47 language tag, as in `lang`: an ill-formed one makes screen readers guess (RGAA 8.8). */
export const Lang = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35));

/** Words written by a fund: always with their language, so that a screen reader speaks them right (RGAA 8.7). */
export const FreeText = z.object({ lang: Lang, text: z.string().check(z.maxLength(2000)) });
export type FreeText = z.infer<typeof FreeText>;
