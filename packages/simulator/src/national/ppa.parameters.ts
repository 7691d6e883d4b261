import { dated } from '../tariff/dated.ts';
import { css, jo } from '../tariff/law.ts';

/** *Montant forfaitaire* for one person, cents a month. */
export const PPA_BASE = dated(css('L842-3 et D843-1'), [
  ['2024-04', 622_63],
  ['2025-04', 633_21],
  ['2026-04', 638_28, jo('Décret n° 2026-222 du 30 mars 2026, art. 2', '000053733855')],
]);

/** The share of what is earned that is left beside the *montant forfaitaire* (*pente*). */
export const PPA_SLOPE = dated(css('D843-3'), [
  ['2018-10', 0.61],
  ['2025-04', 0.5985],
]);

/**
 * *Bonification* of each who works: begins at so many hours of SMIC, is whole at so many, and is then this share of the
 * base amount.
 */
export const PPA_BONUS = dated(css('D843-2'), [
  ['2019-01', { fromHours: 59, fullHours: 120, share: 0.29101 }],
  [
    '2026-04',
    { fromHours: 59, fullHours: 138, share: 0.377 },
    jo('Décret n° 2026-222 du 30 mars 2026', '000053733855'),
  ],
]);

/** AAH counts as earned beside a pay of so many hours of SMIC (CSS, art. L842-8). */
export const AAH_EARNED_HOURS = 29;

/** Nothing less is paid, cents a month (CSS, art. L842-3). */
export const PPA_LEAST = 15_00;

export const PPA_AGE = 18;
export const PPA_PERMIT_YEARS = 5;
