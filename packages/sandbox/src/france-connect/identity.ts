import { createHash } from 'node:crypto';
import type { PivotIdentity } from '../citizens/citizen.ts';

/** What each scope lets a service read (https://docs.partenaires.franceconnect.gouv.fr, identity data). */
export const SCOPES: Readonly<Record<string, readonly string[]>> = {
  openid: ['sub'],
  identite_pivot: [
    'given_name',
    'given_name_array',
    'family_name',
    'birthdate',
    'gender',
    'birthplace',
    'birthcountry',
  ],
  profile: ['given_name', 'given_name_array', 'family_name', 'birthdate', 'gender', 'preferred_username'],
  birth: ['birthplace', 'birthcountry'],
  given_name: ['given_name', 'given_name_array'],
  family_name: ['family_name'],
  birthdate: ['birthdate'],
  gender: ['gender'],
  birthplace: ['birthplace'],
  birthcountry: ['birthcountry'],
  email: ['email'],
  preferred_username: ['preferred_username'],
};

/** What the information page calls each piece of data, in its order. */
export const LABELS: Readonly<Record<string, string>> = {
  given_name: 'Prénoms',
  family_name: 'Nom de naissance',
  birthdate: 'Date de naissance',
  gender: 'Sexe',
  birthplace: 'Commune de naissance (code)',
  birthcountry: 'Pays de naissance (code)',
  email: 'Adresse électronique',
};

const SECRET = 'bac-a-sable-sub';

/**
 * The pairwise `sub`: 64 hexadecimal digits and `v1`. Two services can never join on it; the same person at
 * the same service always has the same one, whatever the identity provider.
 */
export function pairwiseSub(clientId: string, identity: PivotIdentity): string {
  const identityHash = createHash('sha256')
    .update(
      identity.given_name +
        identity.family_name +
        identity.birthdate +
        identity.gender +
        identity.birthplace +
        identity.birthcountry,
    )
    .digest('base64');
  return `${createHash('sha256')
    .update(clientId + identityHash + SECRET)
    .digest('hex')}v1`;
}
