import { citizenByNir } from '../citizens.ts';
import type { Citizen } from '../citizens/citizen.ts';
import type { Asserted } from '../suppliers/assertion.ts';
import type { Registry } from './registry.ts';

/** Capitals without accents, hyphens or apostrophes, as the registry of identities compares names. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/œ/giu, 'OE')
    .replace(/æ/giu, 'AE')
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();

/**
 * Whether this NIR is this person's. The whole identity counts, all first names included: twins differ by them
 * alone, namesakes born the same day by the commune alone.
 */
export function certifies(nir: string, identite: Asserted['identite']): boolean {
  const citizen = citizenByNir(nir);
  return citizen !== undefined && isIdentityOf(citizen, identite);
}

function isIdentityOf({ identity }: Citizen, asserted: Asserted['identite']): boolean {
  return (
    plain(identity.family_name) === plain(asserted.nom_naissance) &&
    plain(identity.given_name) === plain(asserted.prenoms.join(' ')) &&
    identity.birthdate === asserted.date_naissance &&
    identity.gender === (asserted.sexe === 'F' ? 'female' : 'male') &&
    identity.birthplace === (asserted.code_commune_naissance ?? '') &&
    identity.birthcountry === asserted.code_pays_naissance
  );
}

/** A stand-in for the national registry of identities that the Cnav keeps (SNGI). */
export const sngi: Registry = {
  id: 'sngi',
  provider: 'SNGI',
  path: '/v1/certification',
  answer: ({ nir, identite }) => ({ certifie: certifies(nir, identite) }),
};
