import type { Contract, Employer, Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import { euros, kept } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { contractKind } from './codes.ts';
import type { Group, Lane } from './lanes.ts';
import { capital, since } from './months.ts';
import { isElsewhere } from './totals.ts';
import type { Total } from './totals.ts';

const MEASURES: Readonly<Record<Measure, () => string>> = {
  netSocial: () => msg('Net social'),
  netPaid: () => msg('Net payé'),
  netTaxable: () => msg('Net imposable'),
  gross: () => msg('Brut'),
};

export const measureName = (measure: Measure): string => MEASURES[measure]();

/** Of the measure that is shown at first; of the others once they are chosen. */
export const netSocialMeaning = () =>
  msg('Le montant qui compte pour le RSA et la prime d’activité\u00a0: votre salaire moins les cotisations.');

/** `123 456 789 00012` */
export const siretWords = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');

export const employerName = ({ name, siret }: Employer): string =>
  name ?? msg(str`Employeur SIRET ${siretWords(siret)}`);

export const groupName = ({ employer }: Group): string =>
  employer ? employerName(employer) : msg('Autres revenus');

function workShare({ workShare: share }: Contract): string | undefined {
  if (share === null) return;
  if (share >= 1000) return msg('temps plein');
  if (share === 500) return msg('mi-temps');
  const percent = kept(
    'percent',
    (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  ).format(share / 1000);
  return msg(str`${percent} d’un temps plein`);
}

const INCOMES: Readonly<Record<string, () => string>> = {
  unemployment: () => msg('Allocation chômage'),
  pension: () => msg('Pension'),
  'daily-allowance': () => msg('Indemnités journalières'),
};

/** `CDD, mi-temps`; `Allocation chômage`. */
export function laneName({ kind, contract }: Lane): string {
  if (contract) {
    const words = [contractKind(contract.nature, contract.policy), workShare(contract)];
    return capital(words.filter(Boolean).join(', '));
  }
  if (kind === 'shared') return msg('Payé pour plusieurs contrats ensemble');
  return INCOMES[kind]?.() ?? msg('Autre revenu');
}

/** When the contract ran; nothing of other lanes. */
export const laneDates = ({ contract }: Lane): string =>
  contract ? since(contract.from, contract.until) : '';

/** The employer, or who pays another income. */
export const sourceName = (lane: Lane, payerName: (id: string) => string): string =>
  lane.payer === undefined ? groupName(lane.group) : payerName(lane.payer);

/** The amount stands in the payment for several contracts together; or that payment has none, and the contracts do. */
export const isGrouped = (lane: Lane, line: SalaryMonth, measure: Measure): boolean =>
  line.measures[measure] === null && isElsewhere(lane, lane.cells.indexOf(line), measure);

/** What stands where there is no amount: never a zero. */
export function whyNone(lane: Lane, line: SalaryMonth, measure: Measure): string {
  if (line.state === 'pending') return msg('à venir');
  if (isGrouped(lane, line, measure)) return lane.kind === 'shared' ? msg('par contrat') : msg('groupé');
  if (lane.payer !== undefined) return msg('non connu');
  const last = line.corrections.findLast((correction) => correction.measure === measure);
  return last ? msg('annulé') : msg('non déclaré');
}

/** Beside the amount: what the month had that others do not have. */
export function marks({ state, absences, bonuses }: SalaryMonth): string[] {
  return [
    state === 'corrected' && msg('corrigé'),
    absences.length > 0 && msg('absence'),
    bonuses.length > 0 && msg('prime'),
  ].filter((word) => word !== false);
}

/** `2 796,22 €`, `au moins 1 280,00 €`; undefined where nothing is known. */
export function totalWords({ cents, atLeast, pending }: Total): string | undefined {
  if (cents === null) return atLeast ? msg('non déclaré') : pending ? msg('à venir') : undefined;
  const money = euros(cents);
  return atLeast ? msg(str`au moins ${money}`) : money;
}
