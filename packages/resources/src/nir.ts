/** 97 less the remainder of the thirteen characters by 97; `2A` counts as 19 and `2B` as 18 (décret 82-103). */
function keyOf(body: string): string {
  const number = BigInt(body.replace('2A', '19').replace('2B', '18'));
  return String(97n - (number % 97n)).padStart(2, '0');
}

const BODY = /^\d{5}(\d{2}|2[AB])\d{6}$/;

/**
 * The thirteen characters by which employers declare; of fifteen, the key is checked and left out. undefined: it is no
 * number of anybody.
 */
export function bodyOfNir(text: string): string | undefined {
  const nir = text.trim().toUpperCase();
  const body = nir.slice(0, 13);
  if (!BODY.test(body)) return undefined;
  if (nir.length === 13) return body;
  return nir.length === 15 && nir.slice(13) === keyOf(body) ? body : undefined;
}
