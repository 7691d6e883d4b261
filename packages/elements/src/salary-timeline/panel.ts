import { MEASURES } from '@mds-kit/contract/salaries';
import type { Absence, Bonus, Correction, Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { day, euros, kept, list } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { absenceKind, bonusKind } from './codes.ts';
import type { Place } from './lanes.ts';
import { capital, days, monthName, monthTitle, since } from './months.ts';
import { struck } from './table.ts';
import { laneDates, laneName, isGrouped, measureName, sourceName, whyNone } from './words.ts';

interface Panel extends Place {
  readonly payerName: (id: string) => string;
  readonly headingLevel: number;
  /** The way to say that it is wrong. */
  readonly ways: unknown;
}

const hours = (hundredths: number): string => {
  const number = kept(
    'hours',
    (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  ).format(hundredths / 100);
  return msg(str`${number}\u00a0h`);
};

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

/** Who corrected, and how: one sentence for each declaration that did. */
function corrected({ how, declaredOn, declaredFor }: Correction): string {
  const on = day(declaredOn);
  switch (how) {
    case 'replaced':
      return msg(str`Le ${on}, l’employeur a refait toute sa déclaration du mois.`);
    case 'cancelled':
      return msg(str`Le ${on}, l’employeur a annulé sa déclaration.`);
    case 'regularised':
      return msg(
        str`Le ${on}, l’employeur a corrigé ce mois dans une autre déclaration (${monthName(declaredFor)}).`,
      );
    case 'substituted':
      return msg(str`Le ${on}, l’Urssaf ou la MSA a déclaré à la place de l’employeur.`);
  }
}

const bonus = ({ type, cents, from, until }: Bonus) => {
  const what = msg(str`${bonusKind(type)}\u00a0: ${euros(cents)}`);
  return from && until ? `${what} (${days(from, until)})` : what;
};

const absence = ({ motive, from, until }: Absence) =>
  msg(str`${absenceKind(motive)}\u00a0: ${since(from, until)}`);

/** What there is to know of the month beside its figures, a line each. */
function notes({ lane, line }: Place): string[] {
  const { corrections, workedFrom, workedUntil, paidOn, bonuses, absences } = line;
  const grouped = lane.kind === 'contract' && MEASURES.some((measure) => isGrouped(lane, line, measure));
  const worked = workedFrom && workedUntil ? days(workedFrom, workedUntil) : '';
  return [
    ...(grouped ? [msg('Groupé\u00a0: payé en une fois avec vos autres contrats chez cet employeur.')] : []),
    ...new Set(corrections.map(corrected)),
    ...(worked ? [msg(str`Pour le travail\u00a0: ${worked}`)] : []),
    ...(paidOn.length > 0 ? [msg(str`Payé le ${list(paidOn.map(day))}`)] : []),
    ...bonuses.map(bonus),
    ...absences.map(absence),
  ].map(capital);
}

const silence = ({ state }: SalaryMonth): string | undefined =>
  state === 'pending'
    ? msg('Ce mois n’est pas encore transmis\u00a0: les employeurs le déclarent le mois suivant.')
    : state === 'not-declared'
      ? msg('Rien n’a été déclaré pour ce mois. Cela ne veut pas dire que vous n’avez rien gagné.')
      : undefined;

/** The month that is open: its figures, what they were, when and how that changed. */
export function drawPanel({ lane, line, payerName, headingLevel, ways }: Panel): TemplateResult {
  const quiet = silence(line);
  const dates = laneDates(lane);
  return html`<section class="panel" part="panel" aria-labelledby="month">
    <div class="about">
      <div id="month" class="sub" role="heading" aria-level=${headingLevel} tabindex="-1">
        ${monthTitle(line.month)} · ${sourceName(lane, payerName)}
      </div>
      <p class="quiet">${laneName(lane)}${dates ? `, ${dates}` : nothing}</p>
      ${quiet ? html`<p>${quiet}</p>` : nothing}
      <ul class="notes">
        ${notes({ lane, line }).map((note) => html`<li>${note}</li>`)}
      </ul>
    </div>
    ${quiet ? nothing : figures({ lane, line })}
    <div class="wrong">${ways}</div>
  </section>`;
}
