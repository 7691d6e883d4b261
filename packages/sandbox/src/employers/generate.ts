/** Deposits of as many firms and people as one likes: the same each time for the same wish. */
import type { Declaration, Individual, Norm } from '@mds-kit/dsn/model';
import { chanceOf } from './chance.ts';
import { declarationOf, depositOf, each, normOf, type DepositFile } from './deposits.ts';
import { individualOf } from './individual.ts';
import { raisedBy } from './jobs.ts';
import { monthsUntil, type Month } from './months.ts';
import { inventedSiret } from './numbers.ts';
import { employedAt, type Staffing } from './staff.ts';

export type Wish = {
  seed?: number;
  establishments: number;
  /** Of each establishment. */
  employees: number;
  /** How many months, the last of which is `until`. */
  months: number;
  until: Month;
  /** That of the month's year otherwise. */
  norm?: Norm;
};

/** Firms have one, two, three establishments, by turns. */
const ESTABLISHMENTS_OF_FIRMS = [1, 2, 3];

type Establishment = { index: number; siret: string };

function* firmsOf(establishments: number): Generator<[Establishment, ...Establishment[]]> {
  for (let firm = 0, first = 0; first < establishments; firm += 1) {
    const wished = ESTABLISHMENTS_OF_FIRMS[firm % ESTABLISHMENTS_OF_FIRMS.length] ?? 1;
    const size = Math.min(wished, establishments - first);
    const numbered = (own: number) => ({ index: first + own, siret: inventedSiret('generated', firm, own) });
    yield [numbered(0), ...Array.from({ length: size - 1 }, (_, index) => numbered(index + 1))];
    first += size;
  }
}

/** Where chance decides of an establishment's month, and not of a person. */
const MONTH = -1;
const REPLACED_BELOW = 0.03;
const CANCELLED_BELOW = 0.035;

type World = Staffing & { employees: number; norm: Norm | undefined };

/**
 * A file for each firm and month, the oldest month first; behind it the file that replaces one establishment's
 * declaration, or takes it back, where that happened. Whatever the wish, little of it is in memory at once.
 *
 * @throws RangeError when there are not as many invented people or firms
 */
export function* generatedFiles(wish: Wish): Generator<DepositFile> {
  const { seed = 1, employees, norm, until } = wish;
  const months = monthsUntil(until, wish.months);
  const first = months[0] ?? until;
  const world = { seed, employees, norm, chance: chanceOf(seed), first, last: until, count: wish.months };
  for (const month of months)
    for (const firm of firmsOf(wish.establishments)) yield* filesOf(world, firm, month);
}

function* filesOf(
  world: World,
  firm: readonly [Establishment, ...Establishment[]],
  month: Month,
): Generator<DepositFile> {
  const senderSiren = firm[0].siret.slice(0, 9);
  const senderNic = firm[0].siret.slice(9);
  const norm = world.norm ?? normOf(month);
  const file = (suffix: string, declarations: Iterable<Declaration>): DepositFile => ({
    name: `${month}-${senderSiren}${suffix}.dsn`,
    deposit: depositOf({ senderSiren, senderNic, norm, month, declarations }),
  });
  const whole = ({ index, siret }: Establishment, order: number) =>
    declarationOf({ siret, month, order, individuals: each(() => staffOf(world, index, month, order)) });
  yield file(
    '',
    firm.map((one) => whole(one, 1)),
  );
  for (const one of firm) {
    const at = world.chance(one.index, MONTH, Number(month.replace('-', '')));
    const suffix = `-${one.siret.slice(9)}-2`;
    if (at < REPLACED_BELOW) yield file(suffix, [{ ...whole(one, 2), type: '03' }]);
    else if (at < CANCELLED_BELOW) yield file(suffix, [{ ...whole(one, 2), type: '04', individuals: [] }]);
  }
}

/** What is declared again is declared a little higher, by cents a month. */
const RAISE = 1500;

function* staffOf(world: World, establishment: number, month: Month, order: number): Generator<Individual> {
  for (let index = 0; index < world.employees; index += 1) {
    const { person, jobs, habit } = employedAt(world, establishment * world.employees + index);
    const individual = individualOf(
      person,
      order === 1 ? jobs : jobs.map((job) => raisedBy(job, RAISE)),
      month,
      habit,
    );
    if (individual) yield individual;
  }
}
