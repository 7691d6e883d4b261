/** What a gross salary becomes: in the order of size that payslips have, not to the cent of any law. */

/** Cents. */
export type Pay = { gross: number; netSocial: number; netTaxable: number; netPaid: number };

/** SMIC, cents for one hour, from a day on (facts of the simulator's parameters; the last two, arrêté du 22 mai 2026). */
const SMIC: readonly (readonly [from: string, cents: number])[] = [
  ['2024-11', 1188],
  ['2026-01', 1202],
  ['2026-06', 1231],
];

export const smicOf = (month: string): number => SMIC.findLast(([from]) => from <= month)?.[1] ?? 1165;

/** Parts of a gross salary that the employee pays: old age, complementary pension, CSG and CRDS. */
const CONTRIBUTIONS = 0.2084;
/** An apprentice pays nearly none (code du travail, L. 6243-2). */
const APPRENTICE_CONTRIBUTIONS = 0.034;
/** CSG and CRDS that are taxed all the same: 2.9 % of 98.25 %. */
const TAXED_CONTRIBUTIONS = 0.0285;
/** Meal tickets and complementary health cover, which come off after the net social. */
const KEPT_BACK = 0.0115;

/** Negative for what is taken back. */
export function payOf(gross: number, apprentice = false): Pay {
  const netSocial = gross - Math.round(gross * (apprentice ? APPRENTICE_CONTRIBUTIONS : CONTRIBUTIONS));
  const netTaxable = netSocial + (apprentice ? 0 : Math.round(gross * TAXED_CONTRIBUTIONS));
  return { gross, netSocial, netTaxable, netPaid: netSocial - Math.round(gross * KEPT_BACK) };
}

/** *Prélèvement à la source* of a month at the neutral rate, roughly (CGI, art. 204 H). */
export function withheldTaxOf(netTaxable: number): number {
  const rate = netTaxable < 165_000 ? 0 : netTaxable < 230_000 ? 0.035 : netTaxable < 330_000 ? 0.079 : 0.119;
  return Math.round(netTaxable * rate);
}
