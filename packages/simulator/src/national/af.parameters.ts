import { monthIndex, type MonthIndex } from '../calendar.ts';
import { at, dated } from '../tariff/dated.ts';
import { css, jo } from '../tariff/law.ts';

/** The yearly instruction that publishes the ceilings of family benefits for 2026. */
export const FAMILY_CEILINGS_2026 = 'instruction interministérielle n° DSS/2B/2025/177 du 18 décembre 2025';

/** Cents a year, without children; `perChild` for each of them. */
export const AF_CEILINGS = dated(css('D521-3'), [
  ['2025-01', { first: 65_473_00, second: 91_627_00, perChild: 6_546_00 }],
  ['2026-01', { first: 66_652_00, second: 93_276_00, perChild: 6_664_00 }, FAMILY_CEILINGS_2026],
]);

/** The age from which a child counts for more (*majoration pour âge*). */
export const AF_SUPPLEMENT_AGE = dated(css('L521-3 et R521-1'), [
  ['2008-05', 14],
  ['2026-03', 18, jo('Décret n° 2026-138 du 27 février 2026', '000053594174')],
]);

/** The decree of 2026 leaves the former age to the children born before this month. */
const BORN_BEFORE_DECREE = monthIndex('2012-03');
const FORMER_AGE = 14;

export const supplementAge = (born: MonthIndex, month: MonthIndex): number =>
  born < BORN_BEFORE_DECREE ? FORMER_AGE : at(AF_SUPPLEMENT_AGE, month);

/** Shares of the BMAF (CSS, art. D521-1 and, for `flat`, D521-2). */
export const AF_SHARE_TWO_CHILDREN = 0.32;
export const AF_SHARE_EACH_FURTHER = 0.41;
export const AF_SHARE_SUPPLEMENT = 0.16;
export const AF_SHARE_FLAT = 0.20234;
