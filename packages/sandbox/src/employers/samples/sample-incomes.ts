/** Replacement incomes of the sample citizens, as their payers tell them: out of their own files, where they have any. */
import type { IncomeLine } from '@mds-kit/resources/incomes/income-file';
import { CITIZENS } from '../../citizens.ts';
import { Calendar } from '../../citizens/calendar.ts';
import type { Files } from '../../citizens/files.ts';
import { daysAfter, monthOf } from '../months.ts';
import { SAMPLE_MONTHS } from './sample-jobs.ts';

/** Who pays a pension of this scheme: an organisation of the catalogue. */
const PAYERS: Readonly<Record<string, string>> = {
  cnav: 'carsat-exemple',
  'msa-salaries': 'msa-exemple',
  'agirc-arrco': 'agirc-arrco',
};

/** CSG, CRDS and Casa on pensions (CSS, L136-8), and what of them is taxed all the same. */
const PENSION = { contributions: 0.091, taxed: 0.029 };
/** The same of daily allowances, and of unemployment benefit. */
const ALLOWANCE = { contributions: 0.067, taxed: 0.029 };

type Payment = Pick<IncomeLine, 'kind' | 'payer' | 'paidOn'> & {
  /** Cents that were paid. */
  net: number;
  rates: typeof PENSION;
  /** Tells payments of one payer and day apart. */
  what: string;
};

/** What was paid until this moment, the oldest first. */
export function sampleIncomes(now: Date): IncomeLine[] {
  const calendar = new Calendar(now);
  return CITIZENS.flatMap((citizen, index) => {
    const files = citizen.files(calendar);
    return [
      ...pensions(calendar, files),
      ...unemployment(calendar, files),
      ...dailyAllowances(calendar, files),
      ...(citizen.login === 'lucie' ? workAccident(calendar) : []),
    ]
      .filter(({ paidOn }) => paidOn <= calendar.day(0))
      .map((payment) => lineOf(citizen.nir, index, payment));
  }).toSorted((one, other) => (one.paidOn < other.paidOn ? -1 : 1));
}

function lineOf(nir: string, index: number, { kind, payer, paidOn, net, rates, what }: Payment): IncomeLine {
  const gross = Math.round(net / (1 - rates.contributions));
  return {
    nir: nir.slice(0, 13),
    kind,
    payer,
    reference: `${index}/${what}/${paidOn}`,
    paidOn,
    netSocial: net,
    netTaxable: net + Math.round(gross * rates.taxed),
    gross,
  };
}

const cents = (euros: number) => Math.round(euros * 100);

const monthsAgo = Array.from({ length: SAMPLE_MONTHS + 2 }, (_, index) => index);

/** Base pensions are paid on the ninth for the month before, complementary ones on the first. */
function pensions(calendar: Calendar, files: Files): Payment[] {
  const schemes = files['info-retraite']?.regimes ?? [];
  const paid = schemes.flatMap(({ code, montant_mensuel_net: euros, date_effet: since }) =>
    euros === undefined || since === undefined
      ? []
      : [{ payer: PAYERS[code] ?? 'info-retraite', what: code, net: cents(euros), since }],
  );
  const survivors = (files.carsat?.pensions ?? [])
    .filter(({ nature }) => nature === 'reversion')
    .map(({ montant_mensuel_net: euros, date_effet: since }) => ({
      payer: 'carsat-exemple',
      what: 'reversion',
      net: cents(euros),
      since,
    }));
  return [...paid, ...survivors].flatMap(({ since, ...pension }) =>
    monthsAgo
      .map((ago) => calendar.monthDay(-ago, pension.what === 'agirc-arrco' ? 1 : 9))
      .filter((paidOn) => paidOn >= since)
      .map((paidOn) => ({ ...pension, kind: 'pension' as const, rates: PENSION, paidOn })),
  );
}

/** The file shows the last payments; those before them were of the same order, since the registration. */
function unemployment(calendar: Calendar, files: Files): Payment[] {
  const { inscription, paiements } = files['france-travail'] ?? {};
  if (!inscription || !paiements || paiements.length === 0) return [];
  return monthsAgo
    .slice(1)
    .map((ago) => ({
      paidOn: calendar.monthDay(-ago, 6),
      euros: paiements[(ago - 1) % paiements.length]?.montant_allocations ?? 0,
    }))
    .filter(({ paidOn }) => monthOf(paidOn) > monthOf(inscription.date_debut))
    .map(({ paidOn, euros }) => ({
      kind: 'unemployment',
      payer: 'france-travail-exemple',
      what: 'are',
      paidOn,
      net: cents(euros),
      rates: ALLOWANCE,
    }));
}

const FORTNIGHT = 14;

/** Paid every fourteen days, until now or until the leave is over. */
function dailyAllowances(calendar: Calendar, files: Files): Payment[] {
  return (files.cnam?.droits.indemnites_journalieres ?? []).flatMap(
    ({ nature, montant_jour: euros, date_debut: from, date_fin: until }) => {
      const days: string[] = [];
      const last = until !== null && until < calendar.day(0) ? until : calendar.day(0);
      for (let day = daysAfter(from, FORTNIGHT); day <= last; day = daysAfter(day, FORTNIGHT)) days.push(day);
      return days.map((paidOn) => ({
        kind: 'daily-allowance' as const,
        payer: 'cpam-exemple',
        what: nature,
        paidOn,
        net: cents(euros * FORTNIGHT),
        rates: ALLOWANCE,
      }));
    },
  );
}

/** Lucie's leave of half a month, which sample-jobs.ts tells. */
const workAccident = (calendar: Calendar): Payment[] => [
  {
    kind: 'daily-allowance',
    payer: 'msa-exemple',
    what: 'accident-du-travail',
    paidOn: calendar.monthDay(-7, 28),
    net: 51_870,
    rates: ALLOWANCE,
  },
];
