import { TaskStatus } from '@lit/task';
import { MEASURES, MONTHS } from '@mds-kit/contract/salaries';
import type { Measure } from '@mds-kit/contract/salaries';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent } from '../events.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { Late } from '../late.ts';
import { wordsLocale, wordsReady, wordsSettled } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';
import { MdsElement } from '../mds-element.ts';
import { codeOf, told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { lostPart, lostWords } from '../parts/lost.ts';
import { wayIn } from '../parts/way-in.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { whose } from '../parts/whose.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { ask, isSignedOut } from './ask.ts';
import type { Answered } from './ask.ts';
import { drawChart, runsDown } from './chart.ts';
import { chartStyles } from './chart.styles.ts';
import { csvOf, download } from './csv.ts';
import { follow, lineOf, stepOf } from './keyboard.ts';
import { latest } from './lanes.ts';
import type { Chart, Place } from './lanes.ts';
import { monthTitle } from './months.ts';
import { missing, nobody } from './nobody.ts';
import { panelStyles } from './panel.styles.ts';
import { drawPanel } from './panel.ts';
import { MdsReportSalaryEvent } from './report-event.ts';
import { styles } from './salary-timeline.styles.ts';
import { bones, summary } from './summary.ts';
import { drawTable } from './table.ts';
import { drawTools } from './tools.ts';

/**
 * What employers declared of the person's pay, contract by contract and month by month, and what was corrected since
 * (*ressources mensuelles*).
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart card - The block itself
 * @csspart chart - The lanes of months
 * @csspart month - A month in its lane
 * @csspart table - The same as a table
 * @csspart panel - The month that is open
 * @csspart explanation - What the figures mean, and whom to ask
 * @csspart report - The button that says that a line is wrong
 * @csspart link - A link that leaves the page
 * @csspart retry - The button that asks again
 * @csspart whose - Whose data this is
 * @csspart sign-out - The button that signs out
 * @fires {MdsReadyEvent} mds-ready - The salaries, or why there are none, are on screen
 * @fires {MdsErrorEvent} mds-error - The portal could not be reached
 * @fires {MdsSessionChangeEvent} mds-session-change - The person signed in or out
 * @fires {MdsReportSalaryEvent} mds-report-salary - The person says that a line is wrong; never sent out of a frame
 */
export class SalaryTimeline extends MdsElement {
  static override styles = [tokens, base, waysStyles, styles, chartStyles, panelStyles];

  /** How many months, 1 to 36. */
  @property({ type: Number }) months: number = MONTHS.usual;

  /** The level of the title; the open month is one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /**
   * Set where the page around it says the title, and whose data it is.
   * @internal
   */
  @property({ type: Boolean, reflect: true, useDefault: true }) nested = false;

  @state() private _measure: Measure = MEASURES[0];
  /** The line whose month is open. */
  @state() private _chosen: string | undefined;
  @state() private _table = false;
  @state() private _explained = false;
  /** Everything is asked again, and what was said stays until it is known better. */
  @state() private _again = false;

  /** The line that holds the chart's one place in the order of the keyboard. */
  #at: string | undefined;
  #wasSignedIn = false;

  readonly #answer = new Question(this, {
    args: () => [this.portal, this.#count] as const,
    task: ([portal, months], signal) => portal && ask(portal, months, signal),
    onComplete: (answered) => {
      this.#open(answered && latest(answered.chart));
      void this.#settle(Boolean(answered));
    },
    onError: () => void this.#settle(),
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  /** @internal */
  readonly explanation = new Late(this, () => import('./explain.ts'));

  /** As many months as may be asked for, whatever the attribute says. */
  get #count(): number {
    const { least, most, usual } = MONTHS;
    return Math.min(most, Math.max(least, Math.trunc(this.months) || usual));
  }

  protected override sessionChanged(): void {
    this.#open(undefined);
    this._again = false;
    void this.#answer.run();
  }

  /** Asks again. */
  async retry(): Promise<void> {
    this._again = true;
    await this.#answer.run();
  }

  #open(line: string | undefined): void {
    this._chosen = this.#at = line;
    this._explained = false;
  }

  /** @param signedIn undefined when the portal did not answer */
  async #settle(signedIn?: boolean): Promise<void> {
    if (!this.isConnected) return;
    const held = this.shadowRoot?.activeElement;
    const ended = !signedIn && this.#wasSignedIn;
    this._again = false;
    await wordsSettled();
    await this.updateComplete;
    const { error } = this.#answer;
    if (signedIn !== undefined && !this.nested) this.noteSession(signedIn);
    this.#wasSignedIn = signedIn ?? this.#wasSignedIn;
    const gone = signedIn === undefined || ended;
    this.announce(gone ? (this.renderRoot.querySelector('.say')?.textContent.trim() ?? '') : '');
    if (signedIn === undefined && !isSignedOut(error)) this.dispatchEvent(new MdsErrorEvent(codeOf(error)));
    this.dispatchEvent(new MdsReadyEvent());
    // The button that was pressed is gone: the person goes on where they were.
    if (held && !held.isConnected) this.renderRoot.querySelector<HTMLElement>('.timeline')?.focus();
  }

  /** One place in the order of the keyboard; a step along the chart draws nothing again. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#rove(this.#at);
  }

  #rove(line: string | undefined): HTMLElement | undefined {
    const cells = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-line]')];
    const target = cells.find(({ dataset }) => dataset.line === line) ?? cells[0];
    for (const cell of cells) if (cell.tabIndex === 0 && cell !== target) cell.tabIndex = -1;
    if (target) target.tabIndex = 0;
    this.#at = target?.dataset.line;
    return target;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const chart = this.#answer.value?.chart;
    const grid = event.currentTarget as Element;
    const line = lineOf(event);
    if (!chart || line === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      void this.#choose(line);
      return;
    }
    const step = stepOf(event, runsDown(grid));
    if (!step) return;
    event.preventDefault();
    this.#rove(follow(chart, line, step))?.focus();
  };

  readonly #onClick = (event: Event): void => {
    const line = lineOf(event);
    if (line !== undefined) void this.#choose(line);
  };

  async #choose(line: string): Promise<void> {
    this.#open(line);
    await this.updateComplete;
    const place = this.#answer.value?.chart.places.get(line);
    if (place) {
      const month = monthTitle(place.line.month);
      this.announce(msg(str`${month}\u00a0: le détail est affiché sous le graphique.`));
    }
    this.renderRoot.querySelector('.panel')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #backToChart = (): void => this.#rove(this._chosen)?.focus();

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
    this.#answer.value?.told.organisations.find((organisation) => organisation.id === id)?.name ?? id;

  readonly #download = (): void => {
    const chart = this.#answer.value?.chart;
    if (!chart) return;
    const [first = '', last = ''] = [chart.months[0], chart.months.at(-1)];
    const name = `salaires-declares-${first}-${last}.csv`;
    download(name, csvOf(chart, this._measure, this.#payerName));
  };

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="timeline ${this.nested ? '' : 'card'}" part="card" tabindex="-1">
        ${wordsReady() ? this.#content() : bones()}
      </div>
      <div class="hidden" role="status"></div>
    </div>`;
  }

  #content(): TemplateResult {
    const { status, value, error } = this.#answer;
    if (status === TaskStatus.ERROR && !isSignedOut(error)) return this.#failure(error);
    if (this._again && error !== undefined) return this.#failure(error);
    if (value && (status === TaskStatus.COMPLETE || this._again)) return this.#told(value);
    if (status === TaskStatus.COMPLETE || status === TaskStatus.ERROR) return this.#way();
    return html`${this.#head(html`<p class="bone line"></p>`)} ${bones()}`;
  }

  #head(say: unknown, does: unknown = nothing): TemplateResult {
    return html`<div class="head">
      <div class="tell">
        ${
          this.nested
            ? nothing
            : html`<div class="title" role="heading" aria-level=${this.headingLevel}>${title()}</div>`
        }
        <div class="say">${say}</div>
      </div>
      ${does === nothing ? nothing : html`<div class="do">${does}</div>`}
    </div>`;
  }

  #told(answered: Answered): TemplateResult {
    const { session, told: what, chart } = answered;
    const does = this.nested ? nothing : whose(session, this.#signOut);
    return html`${this.#head(html`<p>${summary(what)}</p>`, does)}
      <div
        class="body"
        role=${this.contained ? 'region' : nothing}
        aria-label=${this.contained ? title() : nothing}
        tabindex=${this.contained ? 0 : nothing}
      >
        ${what.missing.length > 0 ? missing(what, this.#payerName, this.#retryButton()) : nothing}
        ${
          chart.lanes.length > 0
            ? this.#salaries(answered)
            : nobody(what, this.portal, knownCatalogue(this.portal, this)?.support)
        }
      </div>`;
  }

  #salaries({ chart }: Answered): TemplateResult {
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
      <div class="chart" @keydown=${this.#onKey} @click=${this.#onClick}>${drawChart(drawn)}</div>
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
        organisations: this.#answer.value?.told.organisations ?? [],
        support: knownCatalogue(portal, this)?.support,
        headingLevel: this.headingLevel + 1,
        close: () => void this.#closeExplanation(),
      }) ?? nothing
    );
  }

  #retryButton(): TemplateResult {
    return html`<button
      class="act"
      part="retry"
      aria-disabled=${this._again ? 'true' : 'false'}
      @click=${() => void this.retry()}
    >
      ${this._again ? msg('Nouvel essai…') : msg('Réessayer')}
    </button>`;
  }

  #failure(error: unknown): TemplateResult {
    const { paragraph } = told(error, msg('Nous n’avons pas pu joindre le portail.'));
    return html`${this.#head(paragraph)}
      <div class="trouble">
        <p>${helpLine(knownCatalogue(this.portal, this)?.support)}</p>
        ${this.#retryButton()}
      </div>`;
  }

  #way(): TemplateResult {
    const say = this.#wasSignedIn
      ? msg('Votre session est terminée. Identifiez-vous à nouveau pour voir vos salaires.')
      : msg('Identifiez-vous pour voir les salaires que vos employeurs ont déclarés.');
    return html`${this.#head(say)} ${wayIn(this, this.portal)}`;
  }
}

const title = () => msg('Vos salaires déclarés');

declare global {
  interface HTMLElementTagNameMap {
    'mds-salary-timeline': SalaryTimeline;
  }
}
