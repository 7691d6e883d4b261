import { atLeast, unknown, type Truth } from '../unknown/truth.ts';
import type { Why } from '../rule.ts';
import type { LegalText } from '../tariff/law.ts';
import type { Adult } from './person.ts';

/**
 * French, of the European Economic Area or Switzerland, or with a residence permit that has allowed to work for so many
 * years. Refugees and holders of a resident's card need none: that is not asked.
 */
export function residesFor(adult: Adult, permitYears: number): Truth {
  if (adult.nationality === undefined) return unknown(`${adult.path}.nationality`);
  return adult.nationality === 'other' ? atLeast(adult.residencePermitYears, permitYears) : true;
}

/** The same, and for citizens of the EEA three months in France (CASF, art. L262-6). */
export const residesForRsa = (adult: Adult, permitYears: number): Truth =>
  adult.nationality === 'eea' ? adult.threeMonthsInFrance : residesFor(adult, permitYears);

interface Residence {
  readonly id: string;
  readonly adult: Adult;
  readonly truth: Truth;
  readonly permitYears: number;
  readonly law: LegalText;
  readonly approximate?: boolean;
}

export function sayResidence(
  why: Why,
  { id, adult, truth, permitYears, law, approximate = false }: Residence,
): void {
  const about = { law, approximate };
  if (adult.nationality !== 'other') {
    const stays = adult.nationality === 'eea' && truth !== true;
    const fact = adult.about(stays ? 'threeMonthsInFrance' : 'nationality');
    why.criterion(id, truth, { ...about, ...fact, value: adult.nationality });
    return;
  }
  why.criterion(id, truth, {
    ...about,
    ...adult.about('residencePermitYears'),
    value: adult.residencePermitYears,
    threshold: permitYears,
    unit: 'years',
  });
}
