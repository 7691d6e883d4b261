import type { FamilyCeiling } from '../situation/family-ceiling.ts';
import { dated } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';
import { FAMILY_CEILINGS_2026 } from './af.parameters.ts';

/** Up to this income a year the *allocation de base* is paid in full. */
export const PAJE_FULL_CEILING = dated<FamilyCeiling>(css('L531-3'), [
  ['2025-01', { base: 24_414_00, supplement: 9_812_00 }],
  ['2026-01', { base: 24_853_00, supplement: 9_989_00 }, FAMILY_CEILINGS_2026],
]);

/** Up to this one it is halved; the birth grant is paid up to it as well. */
export const PAJE_CEILING = dated<FamilyCeiling>(css('L531-2, L531-3 et D531-3-1'), [
  ['2025-01', { base: 29_169_00, supplement: 11_725_00 }],
  ['2026-01', { base: 29_694_00, supplement: 11_936_00 }, FAMILY_CEILINGS_2026],
]);

/** Share of the BMAF at the full rate (CSS, art. D531-3); the other one is half of it. */
export const PAJE_BASE_SHARE = 0.4165;
