import type { Why } from '../rule.ts';
import { css, type LegalText } from '../tariff/law.ts';
import type { Child } from './child.ts';
import type { Num } from '../unknown/num.ts';
import { atLeast, atMost, type Truth } from '../unknown/truth.ts';

/** So many children at least. */
export const sayChildren = (why: Why, id: string, value: number, threshold: number, law: LegalText): Truth =>
  why.compare(id, value, atLeast, threshold, { fact: 'children', unit: 'count', law });

/** No more than a ceiling, cents a year. */
export const sayResources = (why: Why, id: string, value: Num, threshold: Num, law: LegalText): Truth =>
  why.compare(id, value, atMost, threshold, { fact: 'familyResources', law });

const ONE_CLAIMANT = css('L513-1 et R513-1');

/**
 * Of a child who lives with both parents in turn, one of them alone is paid: it is taken to be whoever asks here. (Half of
 * the allocations familiales may go to each.)
 */
export function sayClaimant(why: Why, child: Child): void {
  if (child.sharedCustody === false) return;
  const about = { ...child.about('sharedCustody'), law: ONE_CLAIMANT, approximate: true };
  why.criterion('family.one-claimant', child.sharedCustody, about);
}
