import type { Why } from '../rule.ts';
import type { LegalText } from '../tariff/law.ts';
import type { Num } from '../unknown/num.ts';
import { atMost, type Truth } from '../unknown/truth.ts';

/** So many children at least. */
export const sayChildren = (why: Why, id: string, value: number, threshold: number, law: LegalText): Truth =>
  why.criterion(id, value >= threshold, { fact: 'children', value, threshold, unit: 'count', law });

/** No more than a ceiling, cents a year. */
export const sayResources = (why: Why, id: string, value: Num, threshold: Num, law: LegalText): Truth =>
  why.criterion(id, atMost(value, threshold), {
    fact: 'familyResources',
    value,
    threshold,
    unit: 'cents',
    law,
  });
