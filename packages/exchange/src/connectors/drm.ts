/**
 * The monthly resources scheme (*dispositif des ressources mensuelles*): what employers declared of one person, by month
 * of payment. `POST {base}/v1/salaires?recipient=…&months=12`, the signed identity in its body as for every supplier; the
 * envelope is API Particulier's, `data` the contract's own salaries, since both ends are of this house.
 */
import { Salaries } from '@mds-kit/contract/salaries';
import { Day } from './wire.ts';

/** Its id in the catalogue, and the path below its base address. */
export const DRM = { supplier: 'ressources', path: '/v1/salaires' } as const;

/** Three years of several missions a week are 6 MB: most of it months in which each one had not begun, or was over. */
export const DRM_LIMIT_BYTES = 8 * 1024 * 1024;

/** What could make a line of text read as another: control and bidirectional override characters. */
const TURNS_TEXT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const nextMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)))).toISOString().slice(0, 7);

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((month, index) => month === other[index]);

/** The months asked for, then those that are pending, in a row; and the last one declared where it belongs. */
function windowOf({ months, pending, declaredUpTo }: Salaries, asked: number): readonly string[] {
  const all = [...months, ...pending];
  const inARow = all.slice(1).every((month, index) => month === nextMonth(all[index] ?? ''));
  const endsRight = declaredUpTo === null || months.at(-1) === declaredUpTo;
  if (months.length !== asked || !inARow || !endsRight) throw new TypeError('other months than asked for');
  return all;
}

/**
 * The salaries in `data` of an answer to a question for so many months. A month that is missing, or told twice, would
 * show one person's pay in another month's place: then nothing is shown. @throws on anything that does not fit
 */
export function readSalaries(data: unknown, asked: number): Salaries {
  const told = Salaries.parse(data);
  const window = windowOf(told, asked);
  const contracts = told.employers.flatMap((employer) => employer.contracts);
  const shared = told.employers.flatMap((employer) => employer.shared);
  const months = [...contracts.flatMap((contract) => contract.months), ...shared];
  for (const contract of contracts)
    if (
      !isSame(
        contract.months.map(({ month }) => month),
        window,
      )
    )
      throw new TypeError('a contract of other months');
  for (const { month } of [...shared, ...told.incomes])
    if (!window.includes(month)) throw new TypeError('a line of another month');
  const ids = [...contracts, ...months, ...told.incomes].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new TypeError('a line twice');
  if (told.employers.some(({ name }) => name !== null && TURNS_TEXT.test(name)))
    throw new TypeError('a name that is no line of text');
  for (const day of daysOf(contracts, months)) if (!Day.safeParse(day).success) throw new TypeError('no day');
  return told;
}

/** Those that are shown, or counted with. */
function daysOf(
  contracts: readonly Salaries['employers'][number]['contracts'][number][],
  months: readonly Salaries['employers'][number]['shared'][number][],
): Set<string> {
  const days = [
    ...contracts.flatMap(({ from, until, plannedUntil }) => [from, until, plannedUntil]),
    ...months.flatMap(({ workedFrom, workedUntil, paidOn }) => [workedFrom, workedUntil, ...paidOn]),
    ...months.flatMap(({ corrections }) => corrections.map(({ declaredOn }) => declaredOn)),
    ...months.flatMap(({ absences, bonuses }) =>
      [...absences, ...bonuses].flatMap(({ from, until }) => [from, until]),
    ),
  ];
  return new Set(days.filter((day) => day !== null));
}
