import { dated, EXTRAPOLATED } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';

const AMOUNTS = css('L541-1, R541-2, D541-1 et D541-2');

/**
 * The complement of the sixth category, cents a month: the supplement that a disability pension has for a third person
 * (*majoration pour tierce personne*), raised every April with the pensions.
 */
export const AEEH_COMPLEMENT_6 = dated(AMOUNTS, [
  ['2025-04', 1_288_13, 'circulaire Cnav 2025/12 du 3 avril 2025'],
  // The AAH and the ASS rose by 0.8 % that month, as the law has it for pensions.
  ['2026-04', 1_298_44, EXTRAPOLATED],
]);

/** Shares of the BMAF: for every child, by category of complement from 0 on, and what a lone parent has more. */
export const AEEH_SHARE = 0.32;
export const AEEH_COMPLEMENTS = [0, 0.24, 0.65, 0.92, 1.4257, 1.8221] as const;
export const AEEH_LONE_PARENT = [0, 0, 0.13, 0.18, 0.57, 0.73, 1.07] as const;

/** Percent of incapacity: from the lower one on where the child is cared for or taught in a special way. */
export const AEEH_RATE_ALWAYS = 80;
export const AEEH_RATE_WITH_CARE = 50;
