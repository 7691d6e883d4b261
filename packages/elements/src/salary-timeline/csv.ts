import type { Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import { kept } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { before } from './lanes.ts';
import type { Chart, Lane } from './lanes.ts';
import { laneName, marks, measureName, sourceName, whyNone } from './words.ts';

const number = (hundredths: number | null | undefined): string =>
  hundredths == null
    ? ''
    : kept(
        'csv',
        (locale) => new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: 2 }),
      ).format(hundredths / 100);

/**
 * One field (RFC 4180). What a spreadsheet would run as a formula becomes text: names of employers are free text. A
 * number may begin with its sign.
 */
export function field(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-[\d.,]+$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The state of a month in a word or two. */
function stateName(lane: Lane, line: SalaryMonth, measure: Measure): string {
  const none = line.measures[measure] === null ? [whyNone(lane, line, measure)] : [];
  return [...none, ...marks(line)].join(', ') || msg('déclaré');
}

/** What is on screen, a line for each month of each lane: for spreadsheets, which read `;` and a byte order mark. */
export function csvOf({ lanes }: Chart, measure: Measure, payerName: (id: string) => string): string {
  const name = measureName(measure);
  const head = [
    msg('Mois'),
    msg('Employeur ou organisme'),
    'SIRET',
    msg('Contrat'),
    msg('État'),
    msg(str`${name} (€)`),
    msg(str`${name} déclaré au départ (€)`),
    msg('Heures'),
  ];
  const rows = lanes.flatMap((lane) =>
    lane.cells.flatMap((line) =>
      line
        ? [
            [
              line.month,
              sourceName(lane, payerName),
              lane.group.employer?.siret ?? '',
              laneName(lane),
              stateName(lane, line, measure),
              number(line.measures[measure]),
              number(before(line, measure)),
              number(line.hours),
            ],
          ]
        : [],
    ),
  );
  return `\ufeff${[head, ...rows].map((row) => `${row.map(field).join(';')}\r\n`).join('')}`;
}

/** Hands it over as a file, under a name that says which months; it never leaves the browser. */
export function saveCsv(chart: Chart, measure: Measure, payerName: (id: string) => string): void {
  const [first = '', last = ''] = [chart.months[0], chart.months.at(-1)];
  const link = document.createElement('a');
  const text = csvOf(chart, measure, payerName);
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `salaires-declares-${first}-${last}.csv`;
  link.click();
  // WebKit reads it only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
