import type { Size } from './bundles.ts';

/** Brotli bytes by bundle, exact: a change in either direction is a decision, and ratchet.json is where it is written. */
export type Ratchet = Readonly<Record<string, number>>;

/** What the kit promises to pages that carry it, in brotli bytes. */
export const AIMS: Ratchet = {
  embed: 3_000,
  'rights-bubble': 20_000,
  simulator: 20_000,
  'local-piece': 6_000,
};

const FILE = 'test/sizes/ratchet.json';
const bytes = (n: number) => `${n.toLocaleString('en')} byte${n === 1 ? '' : 's'}`;
const write = (name: string, n: number) => `write "${name}": ${n} in ${FILE}`;

/** A sentence for each bundle whose size is not the one agreed; empty when all are. */
export function compareWithRatchet(sizes: Readonly<Record<string, Size>>, ratchet: Ratchet): string[] {
  const names = [...new Set([...Object.keys(ratchet), ...Object.keys(sizes)])].sort();
  return names.flatMap((name) => judge(name, sizes[name]?.brotli, ratchet[name]) ?? []);
}

function judge(name: string, now: number | undefined, agreed: number | undefined): string | undefined {
  if (now === agreed) return undefined;
  if (now === undefined)
    return `${name} is gone from the kit. If you meant it, take its line out of ${FILE}.`;
  if (agreed === undefined) return `${name} is new: welcome! It weighs ${bytes(now)}; ${write(name, now)}.`;
  if (now < agreed) {
    return `${name} lost ${bytes(agreed - now)}, well done! Keep the gain for everyone on an old phone: ${write(name, now)}.`;
  }
  const aim = AIMS[name];
  const beyond = aim !== undefined && now > aim ? ` That is beyond its aim of ${bytes(aim)}.` : '';
  return (
    `${name} grew by ${bytes(now - agreed)}, to ${bytes(now)}.${beyond} Everyone who opens a page downloads them. ` +
    `If they are worth it, ${write(name, now)} and say why in the commit; if they surprise you, ` +
    `look at what the last change imports, and whether it could load later (import()).`
  );
}
