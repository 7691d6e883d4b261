import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Adult, Household, MonthlyIncome } from '@mds-kit/contract/household';
import { januaryOf, monthIndex, monthName, yearOf } from './calendar.ts';
import { NATIONAL } from './catalogue.ts';
import { evaluate, type Verdict } from './evaluate.ts';
import { aahOf } from './national/aah/allowance.ts';
import { asiOf } from './national/asi.ts';
import { assOf } from './national/ass.ts';
import { mvaOf } from './national/mva.ts';
import { RATIOS } from './situation/income.ts';
import { missingStructure } from './situation/structure.ts';
import type { Received } from './situation/received.ts';
import { Situation } from './situation/situation.ts';
import { between, highest, lowest, unknownAmount, type Num } from './unknown/num.ts';
import { NOBODY_ASKS } from './why.ts';

/**
 * A household in which one adult has earned the same for years: in all months that rules look back at, and on the tax
 * notices. Whoever earns is in work (a student or pensioner stays one), whoever earns nothing looks for work where they
 * were in work; unemployment benefit, which runs out, is left out.
 */
export function earningSteadily(
  household: Household,
  index: number,
  month: string,
): (net: number) => Household {
  const adult = household.adults[index];
  if (!adult) throw new RangeError(`adults.${String(index)} is not in the household`);
  // Rules look back at the calendar year three years before, at most.
  const start = januaryOf(yearOf(monthIndex(month)) - 3);
  const length = monthIndex(month) - start + 1;
  return (net) => {
    const salary: MonthlyIncome = {
      start: monthName(start),
      netPaid: new Array<number>(length).fill(net),
    };
    const taxable = 12 * Math.round((net * RATIOS.salary.taxablePerNet) / 100) * 100;
    const notices = adult.years?.map((notice) => ({ ...notice, salary: taxable, unemployment: 0 }));
    const steady: Adult = {
      ...adult,
      activity: [{ status: statusOf(adult, net), from: null }],
      incomes: { ...adult.incomes, unemployment: 'none', salary: net === 0 ? 'none' : salary },
      ...(notices ? { years: notices } : {}),
    };
    const adults = household.adults.map((one, at) => (at === index ? steady : one));
    return { ...household, adults };
  };
}

type Status = NonNullable<Adult['activity']>[number]['status'];

function statusOf(adult: Adult, net: number): Status {
  const now = adult.activity?.at(-1)?.status;
  if (now === 'student' || now === 'retired') return now;
  if (net > 0) return 'employed';
  return now === 'inactive' ? 'inactive' : 'unemployed';
}

/** What the rules say of a household that has received before what it is due now. */
export class SteadyState {
  readonly situation: Situation;
  #settled: boolean;
  readonly #verdicts = new Map<BenefitId, Verdict>();

  constructor(household: Household, month: string, rsaBefore: Num, settled = true) {
    this.#settled = settled;
    this.situation = new Situation(household, month);
    const { received, adults } = this.situation;
    const told = missingStructure(this.situation, ['couple', 'children', 'adult-births', 'activities']);
    // Without these, hardly anything can be computed: what was said of the past stays.
    if (told.length > 0) return;
    const due = (benefit: Received, cents: () => Num) => {
      benefit.asDue(cents, () => {
        this.#settled = false;
      });
    };
    due(received.rsa, () => rsaBefore);
    due(received.aspa, () => this.due('aspa'));
    due(received.af, () => this.due('allocations_familiales'));
    due(received.cf, () => this.due('complement_familial'));
    due(received.asf, () => this.due('allocation_soutien_familial'));
    due(received.pajeBase, () => this.due('paje_base'));
    due(received.housingAid, () => this.due('aides_logement'));
    for (const adult of adults) {
      due(adult.received.aah, () => aahOf(this.situation, adult));
      due(adult.received.mva, () => mvaOf(this.situation, adult));
      due(adult.received.asi, () => asiOf(this.situation, adult));
      due(adult.received.ass, () => assOf(this.situation, adult));
    }
  }

  /**
   * Whether what is due is what was received, of all that was asked so far. Not so right where RSA ends, and where the
   * ASI of one hangs on the ASS of the other, which hangs on the AAH of the first.
   */
  get settled(): boolean {
    return this.#settled;
  }

  verdict(id: BenefitId): Verdict {
    const known = this.#verdicts.get(id);
    if (known) return known;
    const rule = NATIONAL.find((one) => one.id === id);
    if (!rule) throw new TypeError(`there is no rule for ${id}`);
    const fresh = evaluate(rule, this.situation, NOBODY_ASKS);
    this.#verdicts.set(id, fresh);
    return fresh;
  }

  /** Cents for the benefit's period; unbounded where it cannot be told. */
  due(id: BenefitId): Num {
    const verdict = this.verdict(id);
    if (verdict.kind === 'closed') return 0;
    if (verdict.kind === 'open') return verdict.cents ?? 0;
    return unknownAmount(...(verdict.kind === 'beyond' ? verdict.facts : verdict.missing));
  }
}

/**
 * Whether RSA was received before decides how the housing aid counts earnings, which decides how much RSA there is: the
 * state in which both agree. There may be none, right where RSA ends: with it there would be no more of it, without it
 * some; then it was not received.
 */
export function settledState(household: Household, month: string, guess: boolean): SteadyState {
  const received = (had: boolean, settled = true) => new SteadyState(household, month, had ? 1 : 0, settled);
  const first = received(guess);
  if (agrees(first.due('rsa'), guess)) return first;
  const second = received(!guess);
  if (agrees(second.due('rsa'), !guess)) return second;
  const most = Math.max(highest(first.due('rsa')), highest(second.due('rsa')));
  const unsure = [first, second].map((state) => state.due('rsa')).find((due) => typeof due !== 'number');
  if (unsure === undefined) return received(false, false);
  return new SteadyState(household, month, between(0, most, unsure.because), false);
}

const agrees = (due: Num, had: boolean): boolean => (had ? lowest(due) > 0 : highest(due) === 0);
