import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Step, Why } from '../../rule.ts';
import { WINDOW_MONTHS } from '../../situation/rsa-resources.ts';
import { css, type LegalText } from '../../tariff/law.ts';
import { minus, most, over, positive, plus, total, type Num } from '../../unknown/num.ts';
import type { ActivityMonth, MemberMonth } from './month.ts';

const SCALE = css('L842-3 et D843-1');
const BONUS = css('L842-3 et D843-2');
const SLOPE = css('L842-3 et D843-3');
const RESOURCES = css('L842-4 et R843-1');
const RESOURCES_AT_LEAST = css('L842-3, 2°');

/** The lines of the computation, each in the mean of the three months: they add up to the amount. */
export function sayMonths(months: readonly ActivityMonth[], why: Why): void {
  const say = (id: string, law: LegalText, of: (month: ActivityMonth) => Num, about?: About) => {
    const mean = over(total(months, of), WINDOW_MONTHS);
    if (mean !== 0) why.step(id, mean, law, about);
  };
  say('ppa.scale', SCALE, (month) => month.scale);
  say('ppa.kept', SLOPE, (month) => month.kept);
  const people = [...new Set(months.flatMap(({ members }) => members.map(({ person }) => person.id)))];
  const ofOne = (who: string, of: (member: MemberMonth) => Num) => (month: ActivityMonth) =>
    total(
      month.members.filter(({ person }) => person.id === who),
      of,
    );
  for (const who of people) {
    const bonus = ofOne(who, (member) => member.bonus);
    say('ppa.bonus', BONUS, bonus, { who });
  }
  for (const who of people) {
    const taken = ofOne(who, ({ earned, other }) => minus(0, plus(earned, other)));
    say('ppa.own-resources', RESOURCES, taken, { who });
  }
  const counted = new Set(months.flatMap(({ benefits }) => benefits.map(({ benefit }) => benefit)));
  for (const benefit of counted) say('ppa.benefit', RESOURCES, received(benefit), { counts: benefit });
  say('ppa.housing-flat', RESOURCES, ({ flat }) => minus(0, flat), { counts: 'aides_logement' });
  say('ppa.resources-at-least', RESOURCES_AT_LEAST, ({ scale, earned, rest }) =>
    minus(0, positive(minus(scale, plus(earned, rest)))),
  );
  say('ppa.months-without', RESOURCES, below);
}

/** A month that comes to less than nothing takes nothing from the others; one without anybody of age brings nothing. */
function below({ scale, kept, members, earned, rest, amount }: ActivityMonth): Num {
  const taken = most(plus(earned, rest), scale);
  const brought = plus(
    plus(scale, kept),
    total(members, ({ bonus }) => bonus),
  );
  return plus(amount, minus(taken, brought));
}

type About = Pick<Step, 'who' | 'counts'>;

const received = (benefit: BenefitId) => (month: ActivityMonth) =>
  total(
    month.benefits.filter((one) => one.benefit === benefit),
    ({ cents }) => minus(0, cents),
  );
