import { monthIndex, type MonthIndex } from '../calendar.ts';
import { at, dated } from '../tariff/dated.ts';
import { css, jo, type LegalText } from '../tariff/law.ts';

/** The yearly instruction that publishes the ceilings of family benefits for 2026. */
export const FAMILY_CEILINGS_2026: LegalText = {
  text: 'Instruction interministérielle n° DSS/2B/2025/177 du 18 décembre 2025',
  url: 'https://bulletins-officiels.social.gouv.fr/sites/textes-officiels/files/2025-12/SFHS2535630J_0.pdf',
};

/** Cents a year, without children; `perChild` for each of them. */
export const AF_CEILINGS = dated('af.ceilings', css('D521-3'), [
  { from: '2025-01', value: { first: 65_473_00, second: 91_627_00, perChild: 6_546_00 } },
  {
    from: '2026-01',
    value: { first: 66_652_00, second: 93_276_00, perChild: 6_664_00 },
    law: FAMILY_CEILINGS_2026,
  },
]);

/** The age from which a child counts for more (*majoration pour âge*). */
export const AF_SUPPLEMENT_AGE = dated('af.supplementAge', css('L521-3 et R521-1'), [
  { from: '2008-05', value: 14 },
  { from: '2026-03', value: 18, law: jo('Décret n° 2026-138 du 27 février 2026', '000053594174') },
]);

/** The decree of 2026 leaves the former age to the children born before this month. */
const BORN_BEFORE_DECREE = monthIndex('2012-03');
const FORMER_AGE = 14;

export const supplementAge = (born: MonthIndex, month: MonthIndex): number =>
  born < BORN_BEFORE_DECREE ? FORMER_AGE : at(AF_SUPPLEMENT_AGE, month);

/** Shares of the BMAF (CSS, art. D521-1 and, for `flat`, D521-2). */
export const AF_SHARES = { twoChildren: 0.32, eachFurther: 0.41, supplement: 0.16, flat: 0.20234 } as const;
