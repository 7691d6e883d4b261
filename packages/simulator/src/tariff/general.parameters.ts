import { css, cgi, jo, labour } from './law.ts';
import { dated } from './dated.ts';

/** *SMIC horaire brut*, cents an hour. */
export const SMIC_HOUR = dated('smic.hour', labour('L3231-2 à L3231-12'), [
  { from: '2023-01', value: 11_27 },
  { from: '2023-05', value: 11_52 },
  { from: '2024-01', value: 11_65 },
  { from: '2024-11', value: 11_88 },
  { from: '2026-01', value: 12_02 },
  {
    from: '2026-06',
    value: 12_31,
    law: jo('Arrêté du 22 mai 2026 relatif au relèvement du SMIC', '000054126589'),
  },
]);

/** Hours in a month of full-time work: 35 × 52 / 12, as the law rounds them. */
export const SMIC_MONTHLY_HOURS = 151.67;

/** BMAF, *base mensuelle de calcul des allocations familiales*, cents. */
export const BMAF = dated('bmaf', css('L551-1'), [
  { from: '2022-07', value: 439_17 },
  { from: '2023-04', value: 445_93 },
  { from: '2024-04', value: 466_44 },
  { from: '2025-04', value: 474_37 },
  {
    from: '2026-04',
    value: 478_16,
    law: {
      text: 'Instruction interministérielle n° DSS/2A/2026/36 du 26 mars 2026',
      url: 'https://bulletins-officiels.social.gouv.fr/instruction-interministerielle-ndeg-dss2b202646-du-20-mars-2026-relative-la-revalorisation-au-1er-avril-2026-des-prestations-familiales-servies-en-metropole-en-guadeloupe-en-guyane-en-martinique-la-reunion-saint-barthelemy-saint-martin-et',
    },
  },
]);

/** Allowance for professional expenses on wages (*déduction de 10 %*), cents a year: at least, at most. */
export const WAGE_ALLOWANCE = dated('incomeTax.wageAllowance', cgi('83, 3°'), [
  { from: '2023-01', value: { min: 495_00, max: 14_171_00 } },
  { from: '2024-01', value: { min: 504_00, max: 14_426_00 } },
  { from: '2025-01', value: { min: 509_00, max: 14_555_00 } },
]);

/** Allowance on pensions, cents a year: at least per person, at most per tax household. */
export const PENSION_ALLOWANCE = dated('incomeTax.pensionAllowance', cgi('158, 5, a'), [
  { from: '2023-01', value: { min: 442_00, max: 4_321_00 } },
  { from: '2024-01', value: { min: 450_00, max: 4_399_00 } },
  { from: '2025-01', value: { min: 454_00, max: 4_439_00 } },
]);

/** Interest of the *Livret A*, a year. */
export const LIVRET_A_RATE = dated(
  'livretA.rate',
  {
    text: 'Code monétaire et financier, art. R221-4',
    url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072026/',
  },
  [
    { from: '2023-02', value: 0.03 },
    { from: '2025-02', value: 0.024 },
    { from: '2025-08', value: 0.017 },
    {
      from: '2026-02',
      value: 0.015,
      law: jo(
        'Arrêté du 28 janvier 2026 relatif aux taux d’intérêt des produits d’épargne réglementée',
        '000053411507',
      ),
    },
  ],
);

/** CRDS, what is taken off the family benefits, the housing aids and the prime d'activité. */
export const CRDS_RATE = 0.005;
/** Ordonnance du 24 janvier 1996, art. 14; CGI, art. 1600-0 J. */
export const CRDS = cgi('1600-0 J');

/**
 * *Âge légal de la retraite* of those for whom it was lowest, years (CSS, art. L161-17-2). Rules that take one age for
 * all are sure before it.
 */
export const EARLIEST_PENSION_AGE = 62;
