import type { Child as ChildWords, IncomeKind } from '@mds-kit/contract/household';
import { yearOf, type MonthIndex } from '../calendar.ts';
import type { FactPath } from '../unknown/because.ts';
import { between, type Num } from '../unknown/num.ts';
import { unknown, type Truth } from '../unknown/truth.ts';
import { Person } from './person.ts';

/** Nobody works before the year of this birthday (*âge d’admission au travail*, Code du travail, art. L4153-1). */
const WORKING_AGE = 16;

export class Child extends Person {
  readonly sharedCustody: Truth;
  readonly school: ChildWords['school'];
  readonly aeehComplement: Num;

  constructor(words: ChildWords, path: FactPath, now: MonthIndex) {
    super(words, path, now);
    this.sharedCustody = words.sharedCustody ?? unknown(`${path}.sharedCustody`);
    this.school = words.school;
    this.aeehComplement =
      words.disability === 'none'
        ? 0
        : (words.disability?.aeehComplement ?? between(0, 6, [`${path}.disability.aeehComplement`]));
  }

  /** Children are asked about wages alone, and not before they may work: other incomes of a minor are rare. */
  protected override silence(kind: IncomeKind): 'none' | undefined {
    if (kind !== 'salary') return 'none';
    if (!this.birthKnown) return undefined;
    return yearOf(this.now) - yearOf(this.birth.month) < WORKING_AGE ? 'none' : undefined;
  }
}
