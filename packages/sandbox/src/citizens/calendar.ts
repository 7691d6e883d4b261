const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/**
 * Days as a fund writes them, counted from the clock's today in Paris, so that no sample right ever goes
 * stale: `day(-40)` is always forty days ago. All days are ISO 8601 (`2026-11-22`).
 */
export class Calendar {
  readonly #now: Date;
  readonly #year: number;
  /** 0 is January. */
  readonly #month: number;
  readonly #dayOfMonth: number;

  constructor(now: Date) {
    this.#now = now;
    const [year = 0, month = 1, day = 1] = parisDay.format(now).split('-').map(Number);
    this.#year = year;
    this.#month = month - 1;
    this.#dayOfMonth = day;
  }

  day(offset: number): string {
    return this.#iso(this.#year, this.#month, this.#dayOfMonth + offset);
  }

  /** The first day of the month that lies `offset` months from this one. */
  monthStart(offset: number): string {
    return this.#iso(this.#year, this.#month + offset, 1);
  }

  /** The last day of that month. */
  monthEnd(offset: number): string {
    return this.#iso(this.#year, this.#month + offset + 1, 0);
  }

  /** A day of the month that lies `offset` months from this one; beyond its end, its last day. */
  monthDay(offset: number, day: number): string {
    const wanted = this.#iso(this.#year, this.#month + offset, day);
    const last = this.monthEnd(offset);
    return wanted < last ? wanted : last;
  }

  yearStart(offset: number): string {
    return this.#iso(this.#year + offset, 0, 1);
  }

  yearEnd(offset: number): string {
    return this.#iso(this.#year + offset, 11, 31);
  }

  /** An instant some hours ago: what a fund means by "situation as of". */
  hoursAgo(hours: number): string {
    return new Date(this.#now.getTime() - hours * 3_600_000).toISOString();
  }

  #iso(year: number, month: number, day: number): string {
    return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  }
}
