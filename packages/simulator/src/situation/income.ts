import type { MonthlyIncome } from '@mds-kit/contract/household';
import { monthIndex, type MonthIndex } from '../calendar.ts';
import type { FactPath } from '../unknown/because.ts';
import { plus, UNBOUNDED, type Num } from '../unknown/num.ts';

export type Measure = 'netSocial' | 'netPaid' | 'netTaxable' | 'gross';

/**
 * What one measure is of the net pay, for months in which the pay slip's own figure is not known. Rough, and the same
 * for all: 1.037 and 0.78 for salaries (CSG and CRDS that are not deductible; contributions of about 22 %), 1.01 for
 * unemployment benefit. A pension differs too much from one pensioner to the next: CSG has four rates.
 */
interface Ratios {
  readonly taxablePerNet: number;
  readonly netPerGross: number;
}
export const RATIOS = {
  salary: { taxablePerNet: 1.037, netPerGross: 0.78 },
  unemployment: { taxablePerNet: 1.01, netPerGross: 0.93 },
  pension: { taxablePerNet: 1.03, netPerGross: 0.92 },
  same: { taxablePerNet: 1, netPerGross: 1 },
} as const satisfies Record<string, Ratios>;

type Series = readonly (number | null)[] | undefined;

const toEuro = (cents: number) => Math.round(cents / 100) * 100;

/** What a person has of one kind of income, month by month. */
export class Income {
  readonly path: FactPath;
  readonly #none: boolean;
  readonly #source: MonthlyIncome | undefined;
  readonly #start: MonthIndex;
  readonly #ratios: Ratios;
  /** Months after it are taken to be as this one is (see `after`). */
  readonly #now: MonthIndex;

  constructor(source: MonthlyIncome | 'none' | undefined, path: FactPath, ratios: Ratios, now: MonthIndex) {
    this.path = path;
    this.#none = source === 'none';
    this.#source = source === 'none' ? undefined : source;
    this.#start = this.#source ? monthIndex(this.#source.start) : 0;
    this.#ratios = ratios;
    this.#now = now;
  }

  /** True when this is known to be nil in every month. */
  get none(): boolean {
    return this.#none;
  }

  /** *Montant net social*; where only the net pay is known it is taken for it (facts differ by a few euros). */
  netSocial(month: MonthIndex): Num {
    return this.#in(month, 'netSocial');
  }

  net(month: MonthIndex): Num {
    return this.#in(month, 'netPaid');
  }

  taxable(month: MonthIndex): Num {
    return this.#in(month, 'netTaxable');
  }

  gross(month: MonthIndex): Num {
    return this.#in(month, 'gross');
  }

  /** The sum over a window of months, both ends included. */
  over(measure: Measure, from: MonthIndex, until: MonthIndex): Num {
    if (this.#none) return 0;
    let sum: Num = 0;
    for (let month = from; month <= until; month += 1) sum = plus(sum, this.#in(month, measure));
    return sum;
  }

  #in(month: MonthIndex, measure: Measure): Num {
    if (this.#none) return 0;
    const source = this.#source;
    if (source) {
      // What comes after the month that is asked about is not known yet: it is taken to go on.
      const index = Math.min(month, this.#now) - this.#start;
      const known = source[measure]?.[index] ?? this.#derived(source, measure, index);
      if (known !== undefined) return known;
    }
    return { lo: 0, hi: UNBOUNDED, because: [this.path] };
  }

  #derived(source: MonthlyIncome, measure: Measure, index: number): number | undefined {
    const net = this.#net(source, index);
    if (net === undefined) return undefined;
    if (measure === 'netTaxable') return toEuro(net * this.#ratios.taxablePerNet);
    if (measure === 'gross') return toEuro(net / this.#ratios.netPerGross);
    return net;
  }

  #net(source: MonthlyIncome, index: number): number | undefined {
    const at = (series: Series) => series?.[index] ?? undefined;
    const { taxablePerNet, netPerGross } = this.#ratios;
    const taxable = at(source.netTaxable);
    const gross = at(source.gross);
    return (
      at(source.netPaid) ??
      at(source.netSocial) ??
      (taxable === undefined ? undefined : toEuro(taxable / taxablePerNet)) ??
      (gross === undefined ? undefined : toEuro(gross * netPerGross))
    );
  }
}
