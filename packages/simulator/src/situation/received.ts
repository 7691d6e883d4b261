import type { ReceivedSpell } from '@mds-kit/contract/household';
import { monthIndex, type MonthIndex } from '../calendar.ts';
import type { FactPath } from '../unknown/because.ts';
import { plus, unknownAmount, type Num } from '../unknown/num.ts';

/**
 * A benefit that the household received in the months before the one asked about. Rules take the past from here and
 * never compute it again: RSA(M) counts the housing aid of M, which looks at the RSA of M-1, which counted the housing
 * aid of M-1…
 */
export class Received {
  readonly path: FactPath;
  readonly #spells: readonly { from: MonthIndex; until: MonthIndex; cents: number }[] | undefined;

  constructor(spells: readonly ReceivedSpell[] | undefined, path: FactPath) {
    this.path = path;
    this.#spells = spells?.map(({ from, until, cents }) => ({
      from: monthIndex(from),
      until: until === undefined ? Infinity : monthIndex(until),
      cents,
    }));
  }

  in(month: MonthIndex): Num {
    if (!this.#spells) return unknownAmount(this.path);
    let sum = 0;
    for (const { from, until, cents } of this.#spells) if (month >= from && month <= until) sum += cents;
    return sum;
  }

  over(from: MonthIndex, until: MonthIndex): Num {
    if (this.#spells?.length === 0) return 0;
    let sum: Num = 0;
    for (let month = from; month <= until; month += 1) sum = plus(sum, this.in(month));
    return sum;
  }
}
