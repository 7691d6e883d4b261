import type { Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { euros } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import type { Drawn } from './chart.ts';
import { before } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { days, monthTitle } from './months.ts';
import { groupTotal, monthTotals } from './totals.ts';
import { groupName, laneName, marks, measureName, sourceName, totalWords, whyNone } from './words.ts';

/** What was there before, struck through and said. */
export const struck = (text: string): TemplateResult =>
  html`<s><span class="hidden">${msg('avant\u00a0:')} </span>${text}</s>`;

function amount(lane: Lane, line: SalaryMonth, measure: Measure): TemplateResult {
  const cents = line.measures[measure];
  const was = before(line, measure);
  const notes = marks(line).join(', ');
  return html`${was != null && was !== cents ? html`${struck(euros(was))} ` : nothing}${
    cents === null ? whyNone(lane, line, measure) : euros(cents)
  }${notes ? html`<span class="block quiet">${notes}</span>` : nothing}`;
}

/** Several lanes of one employer are told apart by when they ran. */
function dates({ contract, group }: Lane): string {
  if (!contract || group.lanes.length === 1) return '';
  return contract.until ? `, ${days(contract.from, contract.until)}` : '';
}

function monthBody(
  month: string,
  column: number,
  total: string | undefined,
  drawn: Drawn,
): TemplateResult | typeof nothing {
  const { chart, measure, payerName } = drawn;
  const rows = chart.lanes.flatMap((lane) => {
    const line = lane.cells[column];
    return line ? [{ lane, line }] : [];
  });
  if (rows.length === 0) return nothing;
  return html`<tbody>
    <tr class="month">
      <th scope="rowgroup">${monthTitle(month)}</th>
      <td>
        ${total === undefined ? nothing : html`<span class="hidden">${msg('Total des salaires\u00a0:')} </span>${total}`}
      </td>
    </tr>
    ${rows.map(
      ({ lane, line }) =>
        html`<tr>
          <th scope="row">
            ${sourceName(lane, payerName)}<span class="block quiet">${laneName(lane)}${dates(lane)}</span>
          </th>
          <td>${amount(lane, line, measure)}</td>
        </tr>`,
    )}
  </tbody>`;
}

/** All that the chart shows, in words and to the cent; people who listen always have it. */
export function drawTable(drawn: Drawn, open: boolean): TemplateResult {
  const { chart, measure } = drawn;
  const totals = monthTotals(chart, measure);
  return html`<div id="table" class="table ${open ? '' : 'hidden'}">
    <table part="table">
      <caption>
        ${msg(str`${measureName(measure)}, mois par mois`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('Mois et contrat')}</th>
          <th scope="col">${msg('Montant')}</th>
        </tr>
      </thead>
      ${chart.months.map((month, column) => monthBody(month, column, totals[column] && totalWords(totals[column]), drawn))}
      <tbody>
        <tr class="month">
          <th scope="rowgroup" colspan="2">${msg('Total par employeur')}</th>
        </tr>
        ${chart.groups.map(
          (group) =>
            html`<tr>
              <th scope="row">${groupName(group)}</th>
              <td>${totalWords(groupTotal(chart, group, measure)) ?? '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
