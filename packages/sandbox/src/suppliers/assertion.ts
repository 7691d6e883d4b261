import { AssertionClaims } from '@mds-kit/exchange/asserted';
import { z } from 'zod';

/** Whom the portal asks about: it signs this for one supplier and one minute, so that no address holds a NIR. */
export const Asserted = AssertionClaims.extend({
  nir: z.string(),
  identite: z.object({
    nom_naissance: z.string(),
    prenoms: z.array(z.string()),
    date_naissance: z.string(),
    sexe: z.enum(['M', 'F']),
    code_commune_naissance: z.string().nullish(),
    code_pays_naissance: z.string(),
  }),
});
export type Asserted = z.infer<typeof Asserted>;

/** @throws on what the portal did not sign for this audience and this minute, or has shown before */
export type PortalVerifier = (jwt: string, audience: string) => Promise<Asserted>;
