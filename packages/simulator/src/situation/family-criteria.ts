import type { Why } from '../rule.ts';
import type { LegalText } from '../tariff/law.ts';
import type { Num } from '../unknown/num.ts';
import { atLeast, atMost, type Truth } from '../unknown/truth.ts';

/** So many children at least. */
export const sayChildren = (why: Why, id: string, value: number, threshold: number, law: LegalText): Truth =>
  why.compare(id, value, atLeast, threshold, { fact: 'children', unit: 'count', law });

/** No more than a ceiling, cents a year. */
export const sayResources = (why: Why, id: string, value: Num, threshold: Num, law: LegalText): Truth =>
  why.compare(id, value, atMost, threshold, { fact: 'familyResources', law });
