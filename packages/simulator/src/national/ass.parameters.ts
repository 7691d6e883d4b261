import { dated } from '../tariff/dated.ts';
import { jo, labour } from '../tariff/law.ts';

/** Cents a day. */
export const ASS_DAILY = dated(labour('L5423-6, D5423'), [
  ['2025-04', 19_33],
  ['2026-04', 19_48, jo('Décret n° 2026-219 du 30 mars 2026, art. 1', '000053733811')],
]);

export const ASS_DAYS_PER_MONTH = 30;

/** The income ceiling, in daily amounts a month (Code du travail, art. R5423-1, 3°). */
export const ASS_CEILING_DAYS_SINGLE = 70;
export const ASS_CEILING_DAYS_COUPLE = 110;

/** The age from which it is no longer paid, months: a simplification of the ages of art. L5421-4. */
export const ASS_AGE_LIMIT_MONTHS = 789;

/** Of pay that has stopped since, what still counts where a benefit replaces it (Code du travail, art. R5423-5). */
export const ASS_REPLACED_COUNTED = 0.7;

/** Months in which pay and the allowance go together (art. R5425-2), and months without pay after which they may again. */
export const ASS_WITH_PAY_MONTHS = 3;
export const ASS_WITH_PAY_IDLE_MONTHS = 3;
