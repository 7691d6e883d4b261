import { dated, EXTRAPOLATED } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';

const CNAV_2025_13 = 'circulaire Cnav 2025-13 du 3 avril 2025';

/** Ceilings of resources up to which it is paid, cents a year. */
export const ASI_CEILINGS = dated(css('D815-19'), [
  ['2025-04', { single: 10_978_30, couple: 19_212_03 }, CNAV_2025_13],
  // Raised by 0.8 % as ASS, AAH and RSA were.
  ['2026-04', { single: 11_066_13, couple: 19_365_73 }, EXTRAPOLATED],
]);
