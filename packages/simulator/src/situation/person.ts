import type {
  Activity,
  Adult as AdultWords,
  Child as ChildWords,
  IncomeKind,
  MonthlyIncome,
} from '@mds-kit/contract/household';
import {
  birth,
  januaryOf,
  monthIndex,
  yearOf,
  yearsOld,
  yearsReached,
  type Birth,
  type MonthIndex,
} from '../calendar.ts';
import type { FactPath } from '../unknown/because.ts';
import { between, plus, unknownAmount, UNBOUNDED, type Num } from '../unknown/num.ts';
import { unknown, type Truth } from '../unknown/truth.ts';
import { Income, RATIOS } from './income.ts';
import { receivedByAdult, type OfAdult } from './never-received.ts';

type Words = Pick<
  AdultWords & ChildWords,
  'id' | 'birthDate' | 'activity' | 'disability' | 'incomes' | 'years'
>;

/** The kinds of income that no rule computes with: having one makes every means test *cannot tell*. */
const BEYOND = ['selfEmployment', 'dailyAllowance', 'rent', 'investment'] as const satisfies IncomeKind[];

type YearlyKind = 'salary' | 'unemployment' | 'pension' | 'disabilityPension' | 'alimony';

/** Someone of the household, with what the rules ask of anybody. Facts that are missing name themselves. */
export abstract class Person {
  readonly id: string;
  readonly path: FactPath;
  readonly salary: Income;
  readonly unemployment: Income;
  readonly pension: Income;
  readonly disabilityPension: Income;
  readonly alimony: Income;
  /** *Handicap reconnu* (MDPH). */
  readonly recognised: Truth;
  /** *Taux d’incapacité*, percent. */
  readonly incapacityRate: Num;
  /** RSDAE, *restriction substantielle et durable d’accès à l’emploi*. */
  readonly employmentRestriction: Truth;
  protected readonly words: Words;
  /** The month that is asked about. */
  protected readonly now: MonthIndex;
  readonly #birth: Birth | undefined;
  readonly #spells: readonly { status: Activity; from: MonthIndex }[] | undefined;

  constructor(words: Words, path: FactPath, now: MonthIndex) {
    this.id = words.id;
    this.path = path;
    this.words = words;
    this.now = now;
    this.#birth = words.birthDate === undefined ? undefined : birth(words.birthDate);
    this.#spells = words.activity?.map(({ status, from }) => ({
      status,
      from: from === null ? -Infinity : monthIndex(from),
    }));
    const income = (kind: IncomeKind, ratios: (typeof RATIOS)[keyof typeof RATIOS]) =>
      new Income(this.#said(kind), `${path}.incomes.${kind}`, ratios, now);
    this.salary = income('salary', RATIOS.salary);
    this.unemployment = income('unemployment', RATIOS.unemployment);
    this.pension = income('pension', RATIOS.pension);
    this.disabilityPension = income('disabilityPension', RATIOS.same);
    this.alimony = income('alimony', RATIOS.same);
    this.recognised = this.disabilityFlag('recognised');
    this.employmentRestriction = this.disabilityFlag('substantialEmploymentRestriction');
    const { disability } = words;
    this.incapacityRate =
      disability === 'none'
        ? 0
        : (disability?.incapacityRate ?? between(0, 100, [`${path}.disability.incapacityRate`]));
  }

  protected disabilityFlag(name: 'recognised' | 'substantialEmploymentRestriction' | 'unfitForWork'): Truth {
    const { disability } = this.words;
    if (disability === 'none') return false;
    return disability?.[name] ?? unknown(`${this.path}.disability.${name}`);
  }

  /** What it means that nobody said anything of a kind of income: that it is not known, if not overridden. */
  protected silence(_kind: IncomeKind): 'none' | undefined {
    return undefined;
  }

  #said(kind: IncomeKind): MonthlyIncome | 'none' | undefined {
    return this.words.incomes?.[kind] ?? this.silence(kind);
  }

  /** For a criterion: which fact of whom it looks at. */
  about(fact: string): { readonly fact: FactPath; readonly who: string } {
    return { fact: `${this.path}.${fact}`, who: this.id };
  }

  /** Rules that look at ages say so in `needs`, and are not asked where a birth date is missing. */
  get birth(): Birth {
    if (!this.#birth) throw new TypeError(`${this.path}.birthDate was not asked for in the rule's needs`);
    return this.#birth;
  }

  get birthKnown(): boolean {
    return this.#birth !== undefined;
  }

  /** Completed years on the first of the month: what a right that begins at an age looks at. */
  age(month: MonthIndex): number {
    return yearsOld(this.birth, month);
  }

  /** The age at which a right ends, reached from the first of the birthday month on (CSS, art. L552-1). */
  ageReached(month: MonthIndex): number {
    return yearsReached(this.birth, month);
  }

  get activityKnown(): boolean {
    return this.#spells !== undefined;
  }

  /** What the person does in a month; undefined: not known. */
  statusIn(month: MonthIndex): Activity | undefined {
    return this.#spells?.findLast(({ from }) => from <= month)?.status;
  }

  /** Since which month the person is what they are at present (−∞: always), looking back from `month`. */
  statusSince(month: MonthIndex): MonthIndex | undefined {
    return this.#spells?.findLast(({ from }) => from <= month)?.from;
  }

  /**
   * Income of a calendar year before allowances, cents: as on the tax notice (`years`), or else the sum of its twelve
   * months where all of them are known. The months of the year before are asked of everybody; those of an earlier year
   * are not, and its notice is.
   */
  yearly(kind: YearlyKind, year: number): Num {
    const path = `${this.path}.years`;
    const notice = this.words.years?.find((one) => one.year === year);
    if (notice) return notice[kind] ?? unknownAmount(`${path}.${String(year)}.${kind}`);
    const months = this[kind].over('netTaxable', januaryOf(year), januaryOf(year) + 11);
    const asked = year >= yearOf(this.now) - 1;
    return asked || typeof months === 'number' ? months : unknownAmount(`${path}.${String(year)}`);
  }

  /** Whether that year's income is a guess for want of the notice. */
  estimated(year: number): boolean {
    return this.words.years?.some((one) => one.year === year && one.estimated === true) ?? false;
  }

  /** Income that the rules only know of: nothing, or anything at all. */
  get beyondIncome(): Num {
    const selfEmployed = this.#spells?.some(({ status }) => status === 'self-employed') ?? false;
    let sum: Num = selfEmployed ? unknownAmount('beyond.selfEmployment') : 0;
    for (const kind of BEYOND) sum = plus(sum, this.#beyond(kind));
    return sum;
  }

  /**
   * The part of it that comes from work, or stands for it (*revenus professionnels*, and the daily allowances that are taken
   * for them, CSS, art. R844-1): prime d'activité grows with it, and is open to whoever has it.
   */
  get beyondEarnings(): Num {
    const selfEmployed = this.#spells?.some(({ status }) => status === 'self-employed') ?? false;
    if (selfEmployed) return unknownAmount('beyond.selfEmployment');
    return plus(this.#beyond('selfEmployment'), this.#beyond('dailyAllowance'));
  }

  #beyond(kind: IncomeKind): Num {
    const words = this.#said(kind);
    if (words === 'none') return 0;
    return unknownAmount(words === undefined ? `${this.path}.incomes.${kind}` : `beyond.${kind}`);
  }

  /** The same for a past year: what the notice shows besides the kinds above. */
  beyondYearly(year: number): Num {
    const notice = this.words.years?.find((one) => one.year === year);
    if (!notice) return this.beyondIncome;
    if (notice.other === undefined) return unknownAmount(`${this.path}.years.${String(year)}.other`);
    return notice.other === 0 ? 0 : { lo: 0, hi: UNBOUNDED, because: ['beyond.otherYearlyIncome'] };
  }
}

export class Adult extends Person {
  readonly received: OfAdult;
  /** *Inaptitude au travail*. */
  readonly unfitForWork: Truth;
  readonly scholarship: Truth;
  readonly workedFiveOfLastTenYears: Truth;
  readonly workedTwoOfLastThreeYears: Truth;
  readonly livretA: Num;
  readonly nationality: AdultWords['nationality'];
  readonly residencePermitYears: Num;
  readonly threeMonthsInFrance: Truth;
  readonly #adult: AdultWords;

  constructor(words: AdultWords, path: FactPath, now: MonthIndex) {
    super(words, path, now);
    this.#adult = words;
    const flag = (
      name: 'scholarship' | 'workedFiveOfLastTenYears' | 'workedTwoOfLastThreeYears' | 'threeMonthsInFrance',
    ): Truth => words[name] ?? unknown(`${path}.${name}`);
    this.unfitForWork = this.disabilityFlag('unfitForWork');
    this.scholarship = flag('scholarship');
    this.workedFiveOfLastTenYears = flag('workedFiveOfLastTenYears');
    this.workedTwoOfLastThreeYears = flag('workedTwoOfLastThreeYears');
    this.threeMonthsInFrance = flag('threeMonthsInFrance');
    this.livretA = words.savings?.livretA ?? unknownAmount(`${path}.savings.livretA`);
    this.nationality = words.nationality;
    this.residencePermitYears =
      words.residencePermitYears ?? between(0, 100, [`${path}.residencePermitYears`]);
    this.received = receivedByAdult(words, path, now);
  }

  /** Wealth that the rules only know of (3 % of it a year counts for many): nothing, or anything at all. */
  get beyondWealth(): Num {
    const { savings, ownsOtherProperty } = this.#adult;
    const property: Num =
      ownsOtherProperty === false
        ? 0
        : unknownAmount(ownsOtherProperty ? 'beyond.property' : `${this.path}.ownsOtherProperty`);
    const other: Num =
      savings?.other === 0
        ? 0
        : unknownAmount(savings?.other === undefined ? `${this.path}.savings.other` : 'beyond.savings');
    return plus(property, other);
  }
}
