/** Whom a caller asks about, signed by it for us and for one minute: no address ever holds a number. */
import { AssertionClaims } from '@mds-kit/exchange/asserted';
import { z } from 'zod';
import { bodyOfNir } from '../nir.ts';

/** Our id in the catalogues of those who ask. */
export const AUDIENCE = 'ressources';

export const Asserted = AssertionClaims.extend({
  nir: z.string().transform((text, context) => {
    const nir = bodyOfNir(text);
    if (nir !== undefined) return nir;
    context.addIssue('is no NIR');
    return z.NEVER;
  }),
  /** Of the relay: what for, over how many months, before which one. */
  finalite: z.string().max(64).optional(),
  nombre_de_mois: z.int().optional(),
  mois: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type Asserted = z.infer<typeof Asserted>;

/** @throws on what was not signed with a key of this set for us and this minute, or was shown before */
export type Verifier = (jwt: string, jwks: string) => Promise<Asserted>;
