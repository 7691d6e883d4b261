import type { ReceivedSpell } from '@mds-kit/contract/household';
import { monthIndex, type MonthIndex } from '../calendar.ts';
import type { FactPath } from '../unknown/because.ts';
import { plus, times, unknownAmount, type Num } from '../unknown/num.ts';

/**
 * A benefit that the household received in the months before the one asked about. Rules take the past from here and
 * never compute it again: RSA(M) counts the housing aid of M, which looks at the RSA of M-1, which counted the housing
 * aid of M-1…
 */
export class Received {
  /** What would tell, where it is not known. */
  readonly path: FactPath;
  readonly #spells: readonly { from: MonthIndex; until: MonthIndex; cents: number }[] | undefined;
  #due: (() => Num) | undefined;

  constructor(spells: readonly ReceivedSpell[] | undefined, path: FactPath) {
    this.path = path;
    this.#spells = spells?.map(({ from, until, cents }) => ({
      from: monthIndex(from),
      until: until === undefined ? Infinity : monthIndex(until),
      cents,
    }));
  }

  get known(): boolean {
    return this.#spells !== undefined;
  }

  get never(): boolean {
    return this.#spells?.length === 0;
  }

  /**
   * For a steady state, whatever was said: the same was received in every month before as is due in the month asked
   * about. A benefit that waits for itself, through others, is taken not to have been received, and that is told.
   */
  asDue(due: () => Num, waitsForItself: () => void): void {
    let computing = false;
    this.#due = () => {
      if (computing) {
        waitsForItself();
        return 0;
      }
      computing = true;
      const cents = due();
      computing = false;
      return cents;
    };
  }

  in(month: MonthIndex): Num {
    if (this.#due) return this.#due();
    if (!this.#spells) return unknownAmount(this.path);
    let sum = 0;
    for (const { from, until, cents } of this.#spells) if (month >= from && month <= until) sum += cents;
    return sum;
  }

  over(from: MonthIndex, until: MonthIndex): Num {
    if (this.#due) return times(this.#due(), until - from + 1);
    if (this.#spells?.length === 0) return 0;
    let sum: Num = 0;
    for (let month = from; month <= until; month += 1) sum = plus(sum, this.in(month));
    return sum;
  }
}
