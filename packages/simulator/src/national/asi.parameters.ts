import { dated } from '../tariff/dated.ts';
import { css, type LegalText } from '../tariff/law.ts';

const CNAV_2025_13: LegalText = {
  text: 'Circulaire Cnav 2025-13 du 3 avril 2025',
  url: 'https://legislation.lassuranceretraite.fr/Pdf/circulaire_cnav_2025_13_03042025.pdf',
};

/** Ceilings of resources up to which it is paid, cents a year. */
export const ASI_CEILINGS = dated('asi.ceilings', css('D815-19'), [
  { from: '2024-04', value: { single: 10_794_79, couple: 18_890_89 } },
  { from: '2025-04', value: { single: 10_978_30, couple: 19_212_03 }, law: CNAV_2025_13 },
  // Raised by 0.8 % as ASS, AAH and RSA were.
  { from: '2026-04', value: { single: 11_066_13, couple: 19_365_73 }, status: 'extrapolated' },
]);
