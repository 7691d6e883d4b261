import type { Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { euros, kept } from '../locale/formats.ts';
import { wordsLocale } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';
import { drawnFor } from './drawn-for.ts';
import { before } from './lanes.ts';
import type { Chart, Group, Lane } from './lanes.ts';
import { monthName, monthTitle, shortMonth, tinyMonth } from './months.ts';
import { groupTotal, monthTotals } from './totals.ts';
import type { Total } from './totals.ts';
import {
  groupName,
  isGrouped,
  laneDates,
  laneName,
  marks,
  measureName,
  totalWords,
  whyNone,
} from './words.ts';

export interface Drawn {
  readonly chart: Chart;
  readonly measure: Measure;
  /** The line whose month is open. */
  readonly chosen: string | undefined;
  readonly payerName: (id: string) => string;
  /** Changes when there are words for more: all is drawn again. */
  readonly words: unknown;
}

/** More columns than this stand narrow, their figures upright. */
const WIDE_COLUMNS = 16;
/** More lanes than this are lower. */
const HIGH_LANES = 3;
/** How high an empty month’s outline is. */
const GAP = 0.55;

/** `2 040`, as there is no room for cents on a bar; `130 k` beyond. */
function brief(cents: number): string {
  const wide = Math.abs(cents) >= 100_000_00;
  return kept(
    `brief ${String(wide)}`,
    (locale) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: 0, notation: wide ? 'compact' : 'standard' }),
  ).format(Math.round(cents / 100));
}

/** The highest of all bars and outlines. */
function highest({ lanes }: Chart, measure: Measure): number {
  let most = 1;
  for (const { cells } of lanes)
    for (const line of cells)
      if (line) most = Math.max(most, line.measures[measure] ?? 0, before(line, measure) ?? 0);
  return most;
}

const percent = (share: number) => `${String(Math.round(share * 1000) / 10)}%`;

/** A bar upwards and the same bar along: the style sheet shows the one that fits the page. */
function bar(kind: string, share: number, high: number): TemplateResult {
  const up = share * high;
  return svg`<rect class="${kind} up" x="10%" width="80%" y=${percent(1 - up)} height=${percent(up)} rx="3" /><rect class="${kind} along" x="0" y="15%" height="70%" width=${percent(share)} rx="3" />`;
}

function bars(line: SalaryMonth, lane: Lane, { measure, most, upright, high }: Drawing): TemplateResult {
  const cents = line.measures[measure];
  const was = before(line, measure);
  const share = Math.max(0, cents ?? 0) / most;
  const old = was != null && was > 0 && was !== cents ? bar('old', was / most, high) : nothing;
  const y = percent(1 - Math.max(share, (was ?? 0) / most) * high);
  if (isGrouped(lane, line, measure)) return svg`${old}`;
  if (cents === null)
    return svg`<rect class="box up" x="10%" width="80%" y=${percent(1 - GAP)} height=${percent(GAP)} rx="3" /><rect class="box along" x="0" width="100%" y="15%" height="70%" rx="3" />${old}`;
  return svg`${cents > 0 ? bar('pay', share, high) : nothing}${old}<text class="figure" x="50%" y=${y} dy=${upright ? '0' : '-0.35em'}>${brief(cents)}</text>`;
}

/** All that a cell shows, for people who listen. */
function spoken(lane: Lane, line: SalaryMonth, measure: Measure): string {
  const month = monthTitle(line.month);
  const cents = line.measures[measure];
  const what = cents === null ? whyNone(lane, line, measure) : euros(cents);
  const was = before(line, measure);
  const parts = [msg(str`${month}\u00a0: ${what}`), ...marks(line)];
  if (was != null && was !== cents) parts.push(msg(str`avant\u00a0: ${euros(was)}`));
  return parts.join(', ');
}

function cell(lane: Lane, column: number, drawing: Drawing): TemplateResult {
  const { measure, chosen } = drawing;
  const line = lane.cells[column];
  if (!line) return html`<div class="cell none" aria-hidden="true"></div>`;
  const cents = line.measures[measure];
  return html`<div
    class="cell ${cents === null ? 'gap' : ''}"
    role="gridcell"
    part="month"
    tabindex="-1"
    data-line=${line.id}
    aria-colindex=${column + 2}
    aria-selected=${line.id === chosen}
  >
    <span class="hidden">${spoken(lane, line, measure)}</span>
    <span class="when" aria-hidden="true">${shortMonth(line.month)}</span>
    <svg class="bars" aria-hidden="true">${bars(line, lane, drawing)}</svg>
    <span class="value" aria-hidden="true"
      >${cents === null ? whyNone(lane, line, measure) : euros(cents)}</span
    >
    <span class="marks" aria-hidden="true">${marks(line).map((mark) => html`<span>${mark}</span>`)}</span>
  </div>`;
}

interface Drawing extends Drawn {
  readonly upright: boolean;
  /** Share of a lane’s height that is the highest bar’s; above it stands its figure. */
  readonly high: number;
  readonly most: number;
}

function laneRow(lane: Lane, drawing: Drawing): TemplateResult {
  const { chart, measure, payerName } = drawing;
  const { group, payer } = lane;
  const first = group.lanes[0] === lane;
  const total = totalWords(groupTotal(chart, group, measure));
  const dates = laneDates(lane);
  return html`<div class="lane" role="row">
    <div class="who" role="rowheader" aria-colindex="1">
      ${first ? html`<b>${groupName(group)}</b>` : nothing}
      ${first && total ? html`<span class="block quiet">${msg(str`Total\u00a0: ${total}`)}</span>` : nothing}
      <span class="block"
        >${laneName(lane)}${payer === undefined ? nothing : html`, ${payerName(payer)}`}</span
      >
      ${dates ? html`<span class="block quiet">${dates}</span>` : nothing}
    </div>
    <div class="cells" role="presentation">
      ${chart.months.map((_, column) => cell(lane, column, drawing))}
    </div>
  </div>`;
}

/** Drawn again only for what it shows: another month is open in two lanes at most. */
function rowFor(lane: Lane, drawing: Drawing): unknown {
  const { chart, measure, chosen, words } = drawing;
  const here = chart.places.get(chosen ?? '')?.lane === lane && chosen;
  return drawnFor([lane, measure, here, words, wordsLocale()], () => laneRow(lane, drawing));
}

/** A colour for each employer, in turn; its name stands beside. */
const hue = ({ employer }: Group, index: number) => (employer ? `hue-${String(index % 3)}` : 'hue-other');

function header({ months }: Chart): TemplateResult {
  return html`<div class="lane head-row hidden" role="row">
    <div class="who" role="columnheader" aria-colindex="1">${msg('Employeur')}</div>
    <div class="cells" role="presentation">
      ${months.map(
        (month, column) =>
          html`<div class="cell" role="columnheader" aria-colindex=${column + 2}>
            <span class="hidden">${monthName(month)}</span>
            <span class="short" aria-hidden="true"
              ><span>${tinyMonth(month)}</span>
              ${column === 0 || month.endsWith('-01') ? html`<span>${month.slice(0, 4)}</span>` : nothing}</span
            >
          </div>`,
      )}
    </div>
  </div>`;
}

function totalCell(month: string, total: Total, column: number): TemplateResult {
  const words = totalWords(total);
  const { cents, atLeast } = total;
  return html`<div class="cell ${words ? '' : 'none'}" role="gridcell" aria-colindex=${column + 2}>
    <span class="hidden"
      >${words === undefined ? nothing : msg(str`${monthTitle(month)}\u00a0: ${words}`)}</span
    >
    <span class="when" aria-hidden="true">${shortMonth(month)}</span>
    <span class="brief" aria-hidden="true"
      >${cents === null ? html`<span>${words ?? '–'}</span>` : html`${atLeast ? html`<span>${msg('au moins')}</span> ` : nothing}${brief(cents)}`}</span
    >
    <span class="value" aria-hidden="true">${words ?? '–'}</span>
  </div>`;
}

function totalRow(chart: Chart, measure: Measure): TemplateResult {
  const totals = monthTotals(chart, measure);
  return html`<div class="lane totals" role="row">
    <div class="who" role="rowheader" aria-colindex="1"><b>${msg('Total des salaires')}</b></div>
    <div class="cells" role="presentation">
      ${totals.map((total, column) => totalCell(chart.months[column] ?? '', total, column))}
    </div>
  </div>`;
}

/** Whether time runs downwards now: the style sheet decides by the width. */
export const runsDown = (grid: Element): boolean => {
  const head = grid.querySelector('.head-row');
  return head !== null && getComputedStyle(head).position === 'absolute';
};

/** A lane for each contract, months one under another in all of them, the values of one measure written on the bars. */
export function drawChart(drawn: Drawn): TemplateResult {
  const { chart, measure } = drawn;
  const upright = chart.months.length > WIDE_COLUMNS;
  const drawing = { ...drawn, upright, high: upright ? 0.5 : 0.7, most: highest(chart, measure) };
  const employers = chart.groups.some(({ employer }) => employer);
  return html`<div
    class="grid ${upright ? 'many' : 'few'} ${chart.lanes.length > HIGH_LANES ? 'low' : ''}"
    part="chart"
    role="grid"
    aria-label=${msg(str`Graphique\u00a0: ${measureName(measure)}`)}
    aria-describedby="keys"
    aria-colcount=${chart.months.length + 1}
  >
    <div role="rowgroup" class="heads hidden">${header(chart)}</div>
    ${chart.groups.map(
      (group, index) =>
        html`<div class="group ${hue(group, index)}" role="rowgroup" aria-label=${groupName(group)}>
          ${group.lanes.map((lane) => rowFor(lane, drawing))}
        </div>`,
    )}
    ${employers ? html`<div role="rowgroup">${totalRow(chart, measure)}</div>` : nothing}
  </div>`;
}
