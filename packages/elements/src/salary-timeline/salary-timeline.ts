import type { PortalClient } from '@mds-kit/client/portal-client';
import { MEASURES, MONTHS } from '@mds-kit/contract/salaries';
import type { Measure } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AnswerElement } from '../answer-element/answer-element.ts';
import { property, state } from '../decorators.ts';
import { Late } from '../late.ts';
import { msg, str } from '../locale/msg.ts';
import { lostPart, lostWords } from '../parts/lost.ts';
import { ask } from './ask.ts';
import type { Declared } from './ask.ts';
import { drawChart } from './chart.ts';
import { chartStyles } from './chart.styles.ts';
import { csvOf, download } from './csv.ts';
import { latest } from './lanes.ts';
import type { Chart, Place } from './lanes.ts';
import { monthTitle } from './months.ts';
import { missing, nobody } from './nobody.ts';
import { panelStyles } from './panel.styles.ts';
import { drawPanel } from './panel.ts';
import { MdsReportSalaryEvent } from './report-event.ts';
import { Roving } from './roving.ts';
import { styles } from './salary-timeline.styles.ts';
import { bones, summary } from './summary.ts';
import { drawTable } from './table.ts';
import { drawTools } from './tools.ts';

/**
 * What employers declared of the person's pay, contract by contract and month by month, and what was corrected since
 * (*ressources mensuelles*).
 *
 * @csspart chart - The lanes of months
 * @csspart month - A month in its lane
 * @csspart table - The same as a table
 * @csspart panel - The month that is open
 * @csspart explanation - What the figures mean, and whom to ask
 * @csspart report - The button that says that a line is wrong
 * @fires {MdsReportSalaryEvent} mds-report-salary - The person says that a line is wrong; never sent out of a frame
 */
export class SalaryTimeline extends AnswerElement<Declared> {
  static override styles = [AnswerElement.styles, styles, chartStyles, panelStyles];

  /** How many months, 1 to 36. */
  @property({ type: Number }) months: number = MONTHS.usual;

  @state() private _measure: Measure = MEASURES[0];
  /** The line whose month is open. */
  @state() private _chosen: string | undefined;
  @state() private _table = false;
  @state() private _explained = false;

  readonly #roving = new Roving(this, {
    chart: () => this.answer?.chart,
    choose: (line) => void this.#choose(line),
  });

  /** @internal */
  readonly explanation = new Late(this, () => import('./explain.ts'));

  protected override get sentences() {
    return {
      title: msg('Vos salaires déclarés'),
      signIn: msg('Identifiez-vous pour voir les salaires que vos employeurs ont déclarés.'),
      ended: msg('Votre session est terminée. Identifiez-vous à nouveau pour voir vos salaires.'),
    };
  }

  /** As many months as may be asked for, whatever the attribute says. */
  protected override get subject(): number {
    const { least, most, usual } = MONTHS;
    return Math.min(most, Math.max(least, Math.trunc(this.months) || usual));
  }

  protected override ask(portal: PortalClient, signal: AbortSignal): Promise<Declared> {
    return ask(portal, this.subject, signal);
  }

  protected override arrived(answer: Declared | undefined): void {
    this.#open(answer && latest(answer.chart));
  }

  #open(line: string | undefined): void {
    this._chosen = this.#roving.at = line;
    this._explained = false;
  }

  async #choose(line: string): Promise<void> {
    this.#open(line);
    await this.updateComplete;
    const place = this.answer?.chart.places.get(line);
    if (place) {
      const month = monthTitle(place.line.month);
      this.announce(msg(str`${month}\u00a0: le détail est affiché sous le graphique.`));
    }
    this.renderRoot.querySelector('.panel')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #backToChart = (): void => this.#roving.focus(this._chosen);

  readonly #report = (): void => {
    if (this._chosen !== undefined && this.dispatchEvent(new MdsReportSalaryEvent(this._chosen)))
      void this.#explain();
  };

  readonly #explain = async (): Promise<void> => {
    this._explained = true;
    await this.explanation.fetch();
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>('#why');
    if (heading) heading.focus();
    else this.announce(lostWords());
  };

  async #explainAgain(): Promise<void> {
    await this.explanation.again();
    await this.#explain();
  }

  readonly #closeExplanation = async (): Promise<void> => {
    this._explained = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.report')?.focus();
  };

  readonly #payerName = (id: string): string =>
    this.answer?.told.organisations.find((organisation) => organisation.id === id)?.name ?? id;

  readonly #download = (): void => {
    const chart = this.answer?.chart;
    if (!chart) return;
    const [first = '', last = ''] = [chart.months[0], chart.months.at(-1)];
    const name = `salaires-declares-${first}-${last}.csv`;
    download(name, csvOf(chart, this._measure, this.#payerName));
  };

  protected override summary({ told }: Declared): string {
    return summary(told);
  }

  protected override content({ told, chart }: Declared): TemplateResult {
    return html`${told.missing.length > 0 ? missing(told, this.#payerName, this.retryButton()) : nothing}
    ${chart.lanes.length > 0 ? this.#salaries(chart) : nobody(told, this.portal, this.support)}`;
  }

  protected override bones = bones;

  #salaries(chart: Chart): TemplateResult {
    const drawn = {
      chart,
      measure: this._measure,
      chosen: this._chosen,
      payerName: this.#payerName,
    };
    return html`${this.#tools()}
      <p id="keys" class="hidden">
        ${msg(
          'Flèches\u00a0: d’un mois ou d’un contrat à l’autre. Début et Fin\u00a0: premier et dernier mois. Entrée\u00a0: détail du mois. Un tableau suit.',
        )}
      </p>
      <div class="chart" @keydown=${this.#roving.onKey} @click=${this.#roving.onClick}>
        ${drawChart(drawn)}
      </div>
      ${this.#panel(chart)} ${drawTable(drawn, this._table)}`;
  }

  #tools(): TemplateResult {
    return drawTools({
      measure: this._measure,
      table: this._table,
      choose: (measure) => (this._measure = measure),
      toggle: () => void this.#showTable(!this._table),
      download: this.#download,
    });
  }

  async #showTable(shown: boolean): Promise<void> {
    this._table = shown;
    await this.updateComplete;
    if (shown) this.renderRoot.querySelector('.table')?.scrollIntoView({ block: 'nearest' });
  }

  #panel(chart: Chart): TemplateResult | typeof nothing {
    const place = this._chosen === undefined ? undefined : chart.places.get(this._chosen);
    if (!place) return nothing;
    const headingLevel = this.headingLevel + 1;
    const payerName = this.#payerName;
    const ways =
      place.line.state === 'pending'
        ? this.#back()
        : html`<p>${msg('Ce montant ne correspond pas à votre fiche de paie\u00a0?')}</p>
            <button class="report" part="report" @click=${this.#report}>${msg('Signaler une erreur')}</button>
            <p><button class="act" @click=${this.#explain}>${msg('Comprendre ces montants')}</button></p>
            ${this.#back()}`;
    return html`${drawPanel({ ...place, payerName, headingLevel, ways })} ${this.#explanation(place)}`;
  }

  #back(): TemplateResult {
    return html`<button class="act back" @click=${this.#backToChart}>${msg('Revenir au graphique')}</button>`;
  }

  #explanation(place: Place): TemplateResult | typeof nothing {
    const { portal, explanation } = this;
    if (!this._explained || !portal) return nothing;
    if (explanation.lost)
      return html`<div class="explain">${lostPart(explanation, () => void this.#explainAgain())}</div>`;
    return (
      explanation.module?.explain({
        ...place,
        portal,
        organisations: this.answer?.told.organisations ?? [],
        support: this.support,
        headingLevel: this.headingLevel + 1,
        close: () => void this.#closeExplanation(),
      }) ?? nothing
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mds-salary-timeline': SalaryTimeline;
  }
}
