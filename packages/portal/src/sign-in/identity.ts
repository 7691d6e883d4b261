/** FranceConnect's *identité pivot* as the exchange speaks of a person. */
import type { Person } from '@mds-kit/exchange/person';
import { z } from 'zod';

/** Who somebody is, their number left out. */
export const Identity = z.object({
  birthName: z.string(),
  firstNames: z.array(z.string()).readonly(),
  birthDate: z.string(),
  sex: z.enum(['M', 'F']),
  birthCommune: z.string().nullable(),
  birthCountry: z.string(),
}) satisfies z.ZodType<Omit<Person, 'nir'>>;
export type Identity = z.infer<typeof Identity>;

/** Claims of the scope `identite_pivot`. An empty birthplace means born abroad; unknown days and months are `00`. */
const Claims = z.object({
  given_name: z.string().min(1),
  given_name_array: z.array(z.string().min(1)).min(1).optional(),
  family_name: z.string().min(1),
  birthdate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  gender: z.enum(['male', 'female']),
  birthplace: z.string().optional(),
  birthcountry: z.string().regex(/^99\d{3}$/),
});

/** The identity in signed userinfo; undefined when it is not whole, and then nobody can be certified. */
export function identityOf(userinfo: unknown): Identity | undefined {
  const { success, data } = Claims.safeParse(userinfo);
  if (!success) return undefined;
  return {
    birthName: data.family_name,
    firstNames: data.given_name_array ?? data.given_name.split(' ').filter((name) => name !== ''),
    birthDate: data.birthdate,
    sex: data.gender === 'male' ? 'M' : 'F',
    birthCommune: data.birthplace === undefined || data.birthplace === '' ? null : data.birthplace,
    birthCountry: data.birthcountry,
  };
}
