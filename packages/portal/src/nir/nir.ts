/**
 * The *numéro de sécurité sociale* (NIR, décret 82-103): `S AA MM DD CCC OOO KK`. Fifteen characters, all digits
 * but for births in Corsica, whose department is `2A` or `2B`.
 */

/** What is wrong with what somebody typed, the first thing that they would mend. */
export type NirFault =
  'empty' | 'characters' | 'key-missing' | 'length' | 'sex' | 'month' | 'place' | 'order' | 'key';

export type NirReading =
  | { readonly nir: string }
  | { readonly fault: Exclude<NirFault, 'length'> }
  /** Characters that there were. */
  | { readonly fault: 'length'; readonly length: number };

/** 1, 2: registered. 3, 4: born abroad, being registered. 7, 8: temporary. */
const SEX = /^[123478]/;

/** 20 to 42 and 50 to 99 stand for incomplete documents of civil status and exhausted numbers; the rest never occurs. */
const MONTH = /^...(0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)/;

/** Department and commune; overseas territories have three and two digits; 99 is a country; 91 to 96 once the Maghreb. */
const PLACE =
  /^.{5}((0[1-9]|[1-8]\d|9[0-69]|2[AB])(?!000)([0-8]\d\d|9[0-8]\d|990)|9[78]\d(?!00)([0-8]\d|90))/;

const ORDER = /^.{10}(?!000)\d{3}/;

/** Reads a NIR as people type, paste or dictate it: spaces, dots and dashes are nothing, letters have no case. */
export function readNir(text: string): NirReading {
  const nir = text.replaceAll(/[\s.\-–_/\u200b]/g, '').toUpperCase();
  const fault = faultOf(nir);
  if (fault === 'length') return { fault, length: nir.length };
  return fault === undefined ? { nir } : { fault };
}

function faultOf(nir: string): NirFault | undefined {
  if (nir === '') return 'empty';
  if (!/^(\d{0,5}|\d{5}2[AB]?\d*|\d{6,})$/.test(nir) || /[AB]/.test(nir.slice(7))) return 'characters';
  if (nir.length === 13) return 'key-missing';
  if (nir.length !== 15) return 'length';
  if (!SEX.test(nir)) return 'sex';
  if (!MONTH.test(nir)) return 'month';
  if (!PLACE.test(nir)) return 'place';
  if (!ORDER.test(nir)) return 'order';
  return keyOf(nir.slice(0, 13)) === nir.slice(13) ? undefined : 'key';
}

/** The key of the thirteen first characters: 97 less their remainder by 97; `2A` counts as 19 and `2B` as 18. */
export function keyOf(body: string): string {
  const number = BigInt(body.replace('2A', '19').replace('2B', '18'));
  return String(97n - (number % 97n)).padStart(2, '0');
}

/** `1 85 05 •• ••• ••• ••`: enough to recognise one's own, of no use to anybody else. */
export function maskNir(nir: string): string {
  return `${nir.slice(0, 1)} ${nir.slice(1, 3)} ${nir.slice(3, 5)} •• ••• ••• ••`;
}
