/**
 * Which version of a declaration holds. A monthly one is known by establishment, month, fraction and scope; of those
 * with one key the highest number (*numéro d'ordre*) holds. *Annule et remplace* (03, 05) replaces it whole, *annule*
 * (04) takes it back.
 */
import type { DeclarationRow } from './rows.ts';

export type Chain = {
  /** In the order in which they took effect. */
  readonly versions: readonly DeclarationRow[];
  /** The last one, unless it takes the declaration back. */
  readonly holds: DeclarationRow | undefined;
};

const CANCELS = '04';
const REPLACES: readonly string[] = ['03', CANCELS, '05'];

/** At equal numbers of one day, what takes back or replaces comes after what it is about. */
const rankOf = (type: string) => (type === CANCELS ? 2 : REPLACES.includes(type) ? 1 : 0);

const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);

const inEffect = (one: DeclarationRow, other: DeclarationRow): number =>
  compare(one.number, other.number) ||
  compare(one.declaredOn, other.declaredOn) ||
  compare(rankOf(one.type), rankOf(other.type)) ||
  compare(one.id, other.id);

/** In the order of the days on which they were made. */
export const inTime = (one: DeclarationRow, other: DeclarationRow): number =>
  compare(one.declaredOn, other.declaredOn) ||
  compare(one.month ?? '', other.month ?? '') ||
  inEffect(one, other);

/** Whatever it repeats of what it takes back, it declares nothing. */
export const isCancellation = ({ type }: DeclarationRow): boolean => type === CANCELS;

export const isMonthly = ({ nature }: DeclarationRow): boolean => nature === '01' || nature === '09';

export const isSubstitution = ({ nature }: DeclarationRow): boolean => nature === '09';

/** @param contractsOf what an event is about, where it has no id of its own */
export function chainsOf(
  declarations: readonly DeclarationRow[],
  contractsOf: (declaration: DeclarationRow) => string,
): Chain[] {
  const chains = new Map<string, DeclarationRow[]>();
  for (const declaration of declarations.toSorted(inEffect)) {
    const key = keyOf(declaration, contractsOf);
    const versions = chains.get(key);
    const [first] = versions ?? [];
    if (!versions || !first) chains.set(key, [declaration]);
    else if (isOwn(declaration, first, contractsOf)) {
      // Another event, not another version of the first.
      chains.set(`${key} ${first.id}`, versions);
      chains.set(key, [declaration]);
    } else versions.push(declaration);
  }
  return [...chains.values()].map((versions) => {
    const last = versions.at(-1);
    return { versions, holds: last && isCancellation(last) ? undefined : last };
  });
}

function keyOf(declaration: DeclarationRow, contractsOf: (declaration: DeclarationRow) => string): string {
  const { siret, nature, month, fraction, scope, businessId, cancelledId } = declaration;
  if (isMonthly(declaration)) return [nature, siret, month, fraction, scope].join(' ');
  return [nature, siret, 'event', businessId ?? cancelledId ?? `of ${contractsOf(declaration)}`].join(' ');
}

/** An event that replaces nothing, and has no id or one that was given to an event of other contracts, too. */
const isOwn = (
  declaration: DeclarationRow,
  first: DeclarationRow,
  contractsOf: (declaration: DeclarationRow) => string,
): boolean =>
  !isMonthly(declaration) &&
  !REPLACES.includes(declaration.type) &&
  ((declaration.businessId ?? declaration.cancelledId) === null ||
    contractsOf(declaration) !== contractsOf(first));
