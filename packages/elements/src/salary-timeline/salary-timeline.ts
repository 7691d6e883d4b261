import type { PortalClient } from '@mds-kit/client/portal-client';
import { MEASURES, MONTHS } from '@mds-kit/contract/salaries';
import type { Measure, Salaries } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AnswerElement } from '../answer-element/answer-element.ts';
import { property, state } from '../decorators.ts';
import { dressed, Late } from '../late.ts';
import { wordsLocale } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';
import { lostPart } from '../parts/lost.ts';
import { ask } from './ask.ts';
import type { Declared } from './ask.ts';
import { drawChart } from './chart.ts';
import { chartStyles } from './chart.styles.ts';
import { isRare } from './codes.ts';
import { drawnFor } from './drawn-for.ts';
import { latest } from './lanes.ts';
import type { Chart, Place } from './lanes.ts';
import { monthTitle } from './months.ts';
import { missing } from './missing.ts';
import { panelStyles } from './panel.styles.ts';
import { drawPanel, hasKinds } from './panel.ts';
import { MdsReportSalaryEvent } from './report-event.ts';
import { Roving } from './roving.ts';
import { styles } from './salary-timeline.styles.ts';
import { bones, summary } from './summary.ts';
import { drawTable } from './table.ts';
import { drawTools } from './tools.ts';
import { netSocialMeaning } from './words.ts';

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
 * @fires {MdsReportSalaryEvent} mds-report-salary - The person says that a line is wrong; out of a frame without saying which
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
  /** What is to be done with `more`; nothing where nobody waits for it. */
  @state() private _awaiting: (() => unknown) | undefined;

  readonly #roving = new Roving(this, {
    chart: () => this.answer?.chart,
    choose: (line) => void this.#choose(line),
  });

  /** @internal */
  readonly more = new Late(this, () => dressed(this, this.portal, import('./more.ts')));

  protected override otherEnds() {
    return import('./ends.ts');
  }

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

  protected override arrived(answer: Declared | undefined): void | Promise<void> {
    void this.#open(answer && latest(answer.chart), answer);
    const lanes = answer?.chart.lanes;
    if (lanes?.some(({ contract }) => contract && isRare(contract))) void this.#withMore();
    if (lanes?.length === 0 || answer?.told.situation === 'not-answering') return this.#withMore();
  }

  /** Done when all that the month has to tell is there. */
  async #open(line: string | undefined, answer = this.answer): Promise<void> {
    this._chosen = this.#roving.at = line;
    this._explained = false;
    this._awaiting = undefined;
    const place = answer?.chart.places.get(line ?? '');
    if (place && hasKinds(place.line)) await this.#withMore();
  }

  /** Does what needs `more`, which draws what else needs it: now, or once the person has tried again. */
  async #withMore(todo: () => unknown = () => undefined): Promise<void> {
    this._awaiting = todo;
    await this.more.anew();
    await this.#goOn();
  }

  async #goOn(): Promise<void> {
    await this.updateComplete;
    const todo = this._awaiting;
    if (this.more.lost) return this.renderRoot.querySelector('.lost')?.scrollIntoView({ block: 'nearest' });
    this._awaiting = undefined;
    todo?.();
  }

  async #again(): Promise<void> {
    await this.again(this.more);
    await this.#goOn();
  }

  async #choose(line: string): Promise<void> {
    await this.#open(line);
    await this.updateComplete;
    const place = this.answer?.chart.places.get(line);
    if (place && this._chosen === line) {
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

  readonly #explain = (): Promise<void> => {
    this._explained = true;
    return this.#withMore(() => this.focusOn('#why'));
  };

  readonly #closeExplanation = async (): Promise<void> => {
    this._explained = false;
    await this.updateComplete;
    this.focusOn('.report');
  };

  readonly #payerName = (id: string): string =>
    this.answer?.told.organisations.find((organisation) => organisation.id === id)?.name ?? id;

  readonly #download = (): Promise<void> =>
    this.#withMore(() => {
      const chart = this.answer?.chart;
      if (chart) this.more.module?.saveCsv(chart, this._measure, this.#payerName);
      this.focusOn('.download');
    });

  protected override summary({ told }: Declared): string {
    return summary(told);
  }

  protected override content({ told, chart }: Declared): TemplateResult {
    const { lost, module } = this.more;
    return html`${this.#absent(told)}
    ${chart.lanes.length > 0 ? this.#salaries(chart) : module?.nobody(told, this.portal, this)}
    ${
      lost && this._awaiting
        ? html`<div class="gone lost">${lostPart(this.more, () => void this.#again())}</div>`
        : nothing
    }`;
  }

  #absent(told: Salaries): TemplateResult | typeof nothing | undefined {
    if (told.situation === 'not-answering') return this.more.module?.unanswered(this.retryButton());
    return told.missing.length > 0 ? missing(told, this.#payerName, this.retryButton()) : nothing;
  }

  protected override bones = bones;

  #salaries(chart: Chart): TemplateResult {
    const { module } = this.more;
    const drawn = {
      chart,
      measure: this._measure,
      chosen: this._chosen,
      payerName: this.#payerName,
      words: module,
    };
    return html`${this.#tools()}
      <p id="keys" class="hidden">
        ${msg(
          'Flèches\u00a0: d’un mois ou d’un contrat à l’autre. Début et Fin\u00a0: premier et dernier mois. Entrée\u00a0: détail du mois. Un tableau suit.',
        )}
      </p>
      <div class="chart" @keydown=${this.#roving.onKey} @click=${this.#roving.onClick}>
        ${drawnFor([chart, this._measure, this._chosen, module, wordsLocale()], () => drawChart(drawn))}
      </div>
      ${this.#panel(chart)}
      ${drawnFor([chart, this._measure, this._table, module, wordsLocale()], () => drawTable(drawn, this._table))}`;
  }

  #tools(): TemplateResult {
    const { _measure: measure } = this;
    return drawTools({
      measure,
      meaning: measure === MEASURES[0] ? netSocialMeaning() : this.more.module?.measureMeaning(measure),
      table: this._table,
      choose: (chosen) => {
        this._measure = chosen;
        void this.#withMore();
      },
      toggle: () => void this.#showTable(!this._table),
      download: () => void this.#download(),
    });
  }

  async #showTable(shown: boolean): Promise<void> {
    this._table = shown;
    await this.updateComplete;
    if (shown) this.renderRoot.querySelector('.table')?.scrollIntoView({ block: 'nearest' });
  }

  #panel(chart: Chart): TemplateResult | typeof nothing {
    const place = chart.places.get(this._chosen ?? '');
    if (!place) return nothing;
    const panel = drawPanel({
      ...place,
      kinds: this.more.module,
      payerName: this.#payerName,
      headingLevel: this.headingLevel + 1,
      report: this.#report,
      explain: () => void this.#explain(),
      back: this.#backToChart,
    });
    return html`${panel} ${this._explained ? this.#explanation(place) : nothing}`;
  }

  #explanation(place: Place): TemplateResult | undefined {
    const { portal } = this;
    return (
      portal &&
      this.more.module?.explain({
        ...place,
        portal,
        organisations: this.answer?.told.organisations ?? [],
        host: this,
        headingLevel: this.headingLevel + 1,
        close: () => void this.#closeExplanation(),
      })
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mds-salary-timeline': SalaryTimeline;
  }
}
