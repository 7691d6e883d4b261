/**
 * Under which numbers a person was declared. A company may have known them by a temporary number (*NTT*) at first, or
 * by a former NIR; it says so (S21.G00.30.020 beside .001, S21.G00.31.008), and what **it** declared under that number
 * is this person's. What other companies declared under it is not touched: a former NIR may well be somebody else's, who
 * was mistaken for this person.
 */
import type { PersonId } from '../people.ts';

export type Link = {
  /** SIREN */
  company: string;
  former: PersonId;
  current: PersonId;
  /** The former one is an NTT. */
  temporary: boolean;
  declaredOn: string;
};

export interface Numbers {
  /** All numbers under which something may be theirs. */
  readonly all: readonly PersonId[];
  /** Whether what the company declared under that number is this person's. */
  readonly isOwn: (number: PersonId, company: string) => boolean;
}

/** @param links those of declarations that hold */
export function numbersOf(person: PersonId, links: readonly Link[]): Numbers {
  const companies = new Map(
    [...Map.groupBy(links, ({ company }) => company)].map(([company, its]) => [company, ownersOf(its)]),
  );
  const isOwn = (number: PersonId, company: string): boolean =>
    (companies.get(company)?.(number) ?? number) === person;
  const candidates = [person, ...links.map(({ former }) => former)];
  return { all: [...new Set(candidates)], isOwn };
}

/** Of one company: whose a number is in the end. undefined: nobody knows whose. */
function ownersOf(links: readonly Link[]): (number: PersonId) => PersonId | undefined {
  const next = new Map<PersonId, Link>();
  const unclear = new Set<PersonId>();
  for (const link of links.toSorted((one, other) => (one.declaredOn < other.declaredOn ? -1 : 1))) {
    const known = next.get(link.former);
    // A temporary number that became two people's was never one's own.
    if (known && known.temporary && known.current !== link.current) unclear.add(link.former);
    next.set(link.former, link);
    // Taken back: it was the other one all along.
    if (next.get(link.current)?.current === link.former) next.delete(link.current);
  }
  return (number) => {
    const seen = new Set<PersonId>();
    let owner = number;
    for (let link = next.get(owner); link && !seen.has(owner); link = next.get(owner)) {
      if (unclear.has(owner)) return '';
      seen.add(owner);
      owner = link.current;
    }
    return owner;
  };
}
