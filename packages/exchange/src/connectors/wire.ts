import type { Amount, Period } from '@mds-kit/contract/money';
import { z } from 'zod';

/** What the suppliers' JSON is made of: each piece is checked as the thing it stands for, or refused. */

const MOST_EUROS = 1_000_000;

/**
 * Euros as a JSON number with at most two decimals → integer cents, exactly: 151.05 is 15105.
 * A double that is not the nearest one to a whole number of cents was computed, not paid: refused.
 */
export function centsOf(euros: number): number | undefined {
  if (!(euros >= 0 && euros <= MOST_EUROS)) return undefined;
  const cents = Math.round(euros * 100);
  // + 0 turns the -0 of JSON into 0
  return cents / 100 === euros ? cents + 0 : undefined;
}

export const Cents = z.number().transform((euros, context) => {
  const cents = centsOf(euros);
  if (cents !== undefined) return cents;
  context.addIssue('is no sum in euros');
  return z.NEVER;
});

function isRealDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  // 30 February becomes 2 March; the 31st of a 13th month becomes nothing.
  const day = new Date(`${text}T00:00Z`);
  return day.getUTCDate() === Number(text.slice(8));
}

/** A day that exists, `2026-02-28`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isRealDay, 'is no day of the calendar');

export const MaybeDay = Day.nullish().transform((day) => day ?? null);

/** A first name, for "Louise": nothing that could break out of a line of text. */
export const FirstName = z
  .string()
  .min(1)
  .max(100)
  // control characters and bidirectional overrides, which can make a text read as another
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);

const PERIODS = {
  journaliere: 'day',
  mensuelle: 'month',
  trimestrielle: 'quarter',
  annuelle: 'year',
  unique: 'once',
} as const;

/** `montant`: null is a right without an amount, never 0 €. */
export const Montant = z
  .object({
    valeur: Cents,
    periodicite: z.enum(['journaliere', 'mensuelle', 'trimestrielle', 'annuelle', 'unique']),
  })
  .nullable()
  .transform((montant) => (montant ? amount(montant.valeur, PERIODS[montant.periodicite]) : null));

export const amount = (cents: number, period: Period): Amount => ({ cents, period });

const KINDS = { assure: 'self', enfant: 'child', conjoint: 'partner' } as const;

export const Beneficiaires = z
  .array(
    z
      .object({ lien: z.enum(['assure', 'enfant', 'conjoint']), prenom: FirstName.nullish() })
      .transform(({ lien, prenom }) => ({
        kind: KINDS[lien],
        firstName: lien === 'assure' ? null : (prenom ?? null),
      })),
  )
  .max(30);
