import { MEASURES } from '@mds-kit/contract/salaries';
import type { Absence, Bonus, Correction, Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { day, euros, kept, list } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import type * as Kinds from './kinds.ts';
import type { Place } from './lanes.ts';
import { capital, days, monthTitle, since } from './months.ts';
import { struck } from './table.ts';
import { laneDates, laneName, isGrouped, measureName, sourceName, whyNone } from './words.ts';

interface Panel extends Place {
  /** The exact words for corrections, bonuses, absences and months without a figure, once they are there. */
  readonly kinds: typeof Kinds | undefined;
  readonly payerName: (id: string) => string;
  readonly headingLevel: number;
  /** The person says that it is wrong. */
  readonly report: () => void;
  readonly explain: () => void;
  /** To the month in the chart. */
  readonly back: () => void;
}

const hours = (hundredths: number): string =>
  kept(
    'hours',
    (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', maximumFractionDigits: 2 }),
  ).format(hundredths / 100);

/** All that a measure was, in order, struck through; one that was not declared leaves nothing to strike. */
function olds(
  { corrections }: SalaryMonth,
  measure: Correction['measure'],
  write: (value: number) => string,
) {
  return corrections.flatMap((correction) =>
    correction.measure === measure && correction.was !== null
      ? html`<span class="nowrap">${struck(write(correction.was))}</span> `
      : [],
  );
}

const pair = (name: string, old: unknown, now: string) =>
  html`<div class="pair">
    <dt>${name}</dt>
    <dd>${old}<span class="nowrap">${now}</span></dd>
  </div>`;

function figures({ lane, line }: Place): TemplateResult {
  const figure = (measure: Measure) => {
    const cents = line.measures[measure];
    return pair(
      measureName(measure),
      olds(line, measure, euros),
      cents === null ? whyNone(lane, line, measure) : euros(cents),
    );
  };
  const worked =
    line.hours === null ? nothing : pair(msg('Heures'), olds(line, 'hours', hours), hours(line.hours));
  return html`<dl>${MEASURES.map(figure)} ${worked}</dl>`;
}

const bonus = ({ cents, from, until }: Bonus, kind: string) => {
  const what = msg(str`${kind}\u00a0: ${euros(cents)}`);
  return from && until ? `${what} (${days(from, until)})` : what;
};

const absence = ({ from, until }: Absence, kind: string) => msg(str`${kind}\u00a0: ${since(from, until)}`);

/** There is no figure at all: {@link Kinds} say why. */
const isSilent = ({ state }: SalaryMonth) => state === 'pending' || state === 'not-declared';

/** Whether a month has what only {@link Kinds} have exact words for. */
export const hasKinds = (line: SalaryMonth): boolean =>
  isSilent(line) || line.bonuses.length + line.absences.length + line.corrections.length > 0;

/** What there is to know of the month beside its figures, a line each. */
function notes({ lane, line, kinds }: Panel): string[] {
  const { corrections, workedFrom, workedUntil, paidOn, bonuses, absences } = line;
  return [
    lane.kind === 'contract' &&
      MEASURES.some((measure) => isGrouped(lane, line, measure)) &&
      msg('Groupé\u00a0: payé en une fois avec vos autres contrats chez cet employeur.'),
    ...new Set(
      corrections.map((one) => kinds?.corrected(one) ?? msg(str`Corrigé le ${day(one.declaredOn)}`)),
    ),
    workedFrom !== null &&
      workedUntil !== null &&
      msg(str`Pour le travail\u00a0: ${days(workedFrom, workedUntil)}`),
    paidOn.length > 0 && msg(str`Payé le ${list(paidOn.map(day))}`),
    ...bonuses.map((one) => bonus(one, kinds?.bonusKind(one.type) ?? msg('prime'))),
    ...absences.map((one) => absence(one, kinds?.absenceKind(one.motive) ?? msg('absence'))),
  ]
    .filter((note) => note !== false)
    .map(capital);
}

function ways({ lane, line, report, explain, back }: Panel): TemplateResult {
  const unlike =
    lane.payer === undefined
      ? msg('Ce montant ne correspond pas à votre fiche de paie\u00a0?')
      : msg('Ce montant ne correspond pas à ce que vous avez reçu\u00a0?');
  const wrong = html`<p>${unlike}</p>
    <button class="report" part="report" @click=${report}>${msg('Signaler une erreur')}</button>
    <p><button class="act" @click=${explain}>${msg('Comprendre ces montants')}</button></p>`;
  return html`${line.state === 'pending' ? nothing : wrong}
    <button class="act back" @click=${back}>${msg('Revenir au graphique')}</button>`;
}

/** The month that is open: its figures, what they were, when and how that changed. */
export function drawPanel(panel: Panel): TemplateResult {
  const { lane, line, kinds, payerName, headingLevel } = panel;
  const silent = isSilent(line);
  const dates = laneDates(lane);
  return html`<section class="panel" part="panel" aria-labelledby="month">
    <div class="about">
      <div id="month" class="sub" role="heading" aria-level=${headingLevel} tabindex="-1">
        ${monthTitle(line.month)} · ${sourceName(lane, payerName)}
      </div>
      <p class="quiet">${laneName(lane)}${dates ? `, ${dates}` : nothing}</p>
      ${silent ? html`<p>${kinds?.silence(line)}</p>` : nothing}
      <ul class="notes">
        ${notes(panel).map((note) => html`<li>${note}</li>`)}
      </ul>
    </div>
    ${silent ? nothing : figures(panel)}
    <div class="wrong">${ways(panel)}</div>
  </section>`;
}
