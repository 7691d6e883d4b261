import { amina, ange, marieAnnick } from './citizens/birthplaces.ts';
import { camille } from './citizens/camille.ts';
import type { Citizen, PivotIdentity } from './citizens/citizen.ts';
import { david, emma, ines, max, paul, yann } from './citizens/households.ts';
import { jean, lea, otherJean, zoe } from './citizens/lookalikes.ts';
import { germaine, simone } from './citizens/retirees.ts';
import { karim, lucie, marc, thomas } from './citizens/workers.ts';

export type { Citizen } from './citizens/citizen.ts';

/** Everyone who lives in the sandbox, the demo's main person first. */
export const CITIZENS: readonly Citizen[] = [
  camille,
  marc,
  lucie,
  karim,
  simone,
  germaine,
  david,
  ines,
  paul,
  emma,
  thomas,
  max,
  yann,
  marieAnnick,
  ange,
  amina,
  lea,
  zoe,
  jean,
  otherJean,
];

const byLogin = new Map(CITIZENS.map((citizen) => [citizen.login, citizen]));
const byNir = new Map(CITIZENS.map((citizen) => [citizen.nir, citizen]));

export const citizenByLogin = (login: string): Citizen | undefined => byLogin.get(login);
export const citizenByNir = (nir: string): Citizen | undefined => byNir.get(nir);

/** Whose identity this is: all of it counts, as twins and namesakes differ by one piece alone. */
export const citizenByPivot = (
  pivot: Omit<PivotIdentity, 'email' | 'given_name_array'>,
): Citizen | undefined =>
  CITIZENS.find(
    ({ identity }) =>
      identity.family_name === pivot.family_name &&
      identity.given_name === pivot.given_name &&
      identity.birthdate === pivot.birthdate &&
      identity.gender === pivot.gender &&
      identity.birthplace === pivot.birthplace &&
      identity.birthcountry === pivot.birthcountry,
  );

/** What a launcher prints: as whom one can sign in, who that is, and the NIR asked the first time. */
export function signInChoices(): { login: string; name: string; who: string; nir: string }[] {
  return CITIZENS.map(({ login, identity, who, nir }) => ({
    login,
    name: `${identity.given_name_array[0] ?? ''} ${identity.family_name}`,
    who,
    nir: groupedNir(nir),
  }));
}

/** As printed on a health card: `2 91 03 69 990 991 86`. */
export function groupedNir(nir: string): string {
  return nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');
}
