/**
 * A number from 0 up to 1 that looks like chance and is the same each time for the same seed and place: a generator
 * that asks it keeps nothing in memory, and may begin anywhere.
 */
export type Chance = (...place: readonly number[]) => number;

/** MurmurHash3's mixing of one word. */
function mixed(hash: number, word: number): number {
  let one = Math.imul(word, 0xcc9e2d51);
  one = Math.imul((one << 15) | (one >>> 17), 0x1b873593);
  const both = hash ^ one;
  return (Math.imul((both << 13) | (both >>> 19), 5) + 0xe6546b64) | 0;
}

export const chanceOf =
  (seed: number): Chance =>
  (...place) => {
    let hash = mixed(0x9747b28c, seed);
    for (const word of place) hash = mixed(hash, word);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
