import type { FamilyCeiling } from '../situation/family-ceiling.ts';
import { dated } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';
import { FAMILY_CEILINGS_2026 } from './af.parameters.ts';

/** Income a year up to which the *complément familial* is paid in full; half of it, the increased one. */
export const CF_CEILING = dated<FamilyCeiling>(css('L522-2 et R522-2'), [
  ['2025-01', { base: 24_414_00, supplement: 9_812_00 }],
  ['2026-01', { base: 24_853_00, supplement: 9_989_00 }, FAMILY_CEILINGS_2026],
]);

/** Shares of the BMAF. */
export const CF_SHARE_PLAIN = 0.4165;
export const CF_SHARE_INCREASED = 0.6248;
