import type { Household } from '@mds-kit/contract/household';
import { monthIndex, yearOf, type MonthIndex } from '../calendar.ts';
import { unknown, type Truth } from '../unknown/truth.ts';
import { Dwelling } from './dwelling.ts';
import { Child } from './child.ts';
import { Adult, type Person } from './person.ts';
import { receivedByHousehold, type OfHousehold } from './never-received.ts';

/** Nobody is asked from that age on whether a child is expected. */
const PAST_CHILDBEARING = 60;

/** A household seen from one month: what every rule reads, and nothing else. */
export class Situation {
  /** The month asked for (M), and its calendar year (N). */
  readonly month: MonthIndex;
  readonly year: number;
  /** Whoever asks first; the partner second. */
  readonly adults: readonly Adult[];
  readonly children: readonly Child[];
  readonly everyone: readonly Person[];
  readonly childrenKnown: boolean;
  /** Lives with a partner, married or not. undefined: nobody said. */
  readonly couple: boolean | undefined;
  /** Married or *pacsé*: one tax household (CGI, art. 6). */
  readonly jointTaxation: boolean;
  readonly separatedRecently: Truth;
  readonly dwelling: Dwelling;
  readonly received: OfHousehold;
  readonly expectedBirth: Household['expectedBirth'];
  readonly #remembered: unknown[] = [];

  constructor(household: Household, month: string) {
    this.month = monthIndex(month);
    this.year = yearOf(this.month);
    this.adults = household.adults.map(
      (adult, index) => new Adult(adult, `adults.${String(index)}`, this.month),
    );
    this.childrenKnown = household.children !== undefined;
    this.children = (household.children ?? []).map(
      (child, index) => new Child(child, `children.${String(index)}`, this.month),
    );
    this.everyone = [...this.adults, ...this.children];
    this.couple = household.couple === undefined ? undefined : household.couple !== 'single';
    this.jointTaxation = household.couple === 'married' || household.couple === 'pacs';
    this.separatedRecently =
      this.couple === true
        ? false
        : (household.separatedWithin18Months ?? unknown('separatedWithin18Months'));
    this.dwelling = new Dwelling(household.housing);
    const ages = this.#agesOfAdults();
    const children = this.children.every(({ birthKnown }) => birthKnown) ? this.children : undefined;
    this.received = receivedByHousehold(household.received, {
      month: this.month,
      children: this.childrenKnown ? children : undefined,
      ages,
    });
    const tooOld = ages?.every((age) => age >= PAST_CHILDBEARING);
    this.expectedBirth = household.expectedBirth ?? (tooOld ? 'none' : undefined);
  }

  /** undefined: not known of everybody. */
  #agesOfAdults(): readonly number[] | undefined {
    const complete = this.couple !== undefined && this.adults.length > Number(this.couple);
    if (!complete || !this.adults.every(({ birthKnown }) => birthKnown)) return undefined;
    return this.adults.map((adult) => adult.age(this.month));
  }

  get applicant(): Adult {
    const [first] = this.adults;
    if (!first) throw new TypeError('a household has at least one adult');
    return first;
  }

  get partner(): Adult | undefined {
    return this.adults[1];
  }

  /** Brings up children without a partner (*isolé*): asked where `couple` is known, see the rule's needs. */
  get lone(): boolean {
    return this.couple === false;
  }

  /** Expects a child in a month. Nine months at most: a birth that is expected later was not known of then. */
  pregnantIn(month: MonthIndex): Truth {
    const { expectedBirth } = this;
    if (expectedBirth === undefined) return unknown('expectedBirth');
    if (expectedBirth === 'none') return false;
    const birth = monthIndex(expectedBirth.month);
    return month <= birth && month >= birth - 8;
  }

  /** Computes a notion once: several rules look at the same resources, children or benefit. */
  remember<T>(notion: Notion, compute: (situation: Situation) => T): T {
    const known = this.#remembered[notion];
    // The only writer of a notion's place is the line below, with what the same notion's function gives.
    if (known !== undefined) return known as T;
    const fresh = compute(this);
    this.#remembered[notion] = fresh;
    return fresh;
  }
}

/** The place that a notion has in what every situation remembers. */
type Notion = number;
let notions: Notion = 0;
const newNotion = (): Notion => notions++;

/** A benefit or resource of the whole household in the month asked for: computed once. */
export function once<T>(compute: (situation: Situation) => T) {
  const notion = newNotion();
  return (situation: Situation): T => situation.remember(notion, compute);
}

function onceForEach<K, T>(compute: (situation: Situation, key: K) => T) {
  const remembered = once(() => new Map<K, T>());
  return (situation: Situation, key: K): T => {
    const byKey = remembered(situation);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const fresh = compute(situation, key);
    byKey.set(key, fresh);
    return fresh;
  };
}

/** A notion of the law that depends on the month it is looked at in: computed once for each. */
export function monthly<T>(compute: (situation: Situation, month: MonthIndex) => T) {
  const inMonth = onceForEach(compute);
  return (situation: Situation, month: MonthIndex = situation.month): T => inMonth(situation, month);
}

/** A benefit or resource of one person: computed once for each. */
export const personal: <P extends Person, T>(
  compute: (situation: Situation, person: P) => T,
) => (situation: Situation, person: P) => T = onceForEach;
