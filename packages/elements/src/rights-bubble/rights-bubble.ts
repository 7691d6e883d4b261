import { msg, str } from '@lit/localize';
import { Task, TaskStatus } from '@lit/task';
import { isDomain } from '@mds-kit/contract/domains';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MdsErrorEvent, MdsReadyEvent, MdsToggleEvent } from '../events.ts';
import { domainShapes, icon, shapes } from '../icons.ts';
import { wordsLocale, wordsReady } from '../locale/locale.ts';
import { domainName } from '../locale/words/domains.ts';
import { MdsElement } from '../mds-element.ts';
import { chip } from '../parts/chip.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { chipOf } from './chip-of.ts';
import { gist } from './gist.ts';
import { styles } from './rights-bubble.styles.ts';
import { load, opens, viewOf, viewOfFailure } from './view.ts';
import type { View } from './view.ts';

/**
 * One domain of the person's social rights. Closed, it says the one fact that matters; it opens to the rights, the
 * procedures, who to talk to and what is good to know.
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart card - The bubble itself
 * @csspart chip - The state in a word
 * @csspart figure - The fact in large type
 * @csspart panel - The opened part
 * @fires {MdsToggleEvent} mds-toggle - The person opened or closed the bubble
 * @fires {MdsReadyEvent} mds-ready - The answer, or why there is none, is on screen
 * @fires {MdsErrorEvent} mds-error - The portal could not be reached
 * @fires {MdsSessionChangeEvent} mds-session-change - The person signed in or out
 */
export class RightsBubble extends MdsElement {
  static override styles = [tokens, base, styles];

  /** `health`, `family`, `housing`, `solidarity`, `retirement` or `employment`. */
  @property({ reflect: true }) domain = '';

  /** The level of the bubble's title; the parts of its panel are one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Set by the overview, which signs in and out for all its bubbles. @internal */
  @property({ type: Boolean, reflect: true }) nested = false;

  @state() private _announcement = '';

  /** What stays on screen while the same question is asked again. */
  #kept: View | undefined;
  #fresh = false;

  readonly #load = new Task(this, {
    args: () => [this.portal, this.domain] as const,
    task: async ([portal, domain], { signal }) => {
      if (!portal || !isDomain(domain)) return new Promise<never>(() => undefined);
      return load(portal, domain, { signal, fresh: this.#fresh });
    },
    onComplete: () => this.#settle(),
    onError: () => this.#settle(),
  });

  /** Asks again, past every answer kept on the way. */
  async retry(): Promise<void> {
    this.#kept = this.#view;
    this.#fresh = true;
    await this.#load.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#load.abort();
  }

  get #view(): View {
    switch (this.#load.status) {
      case TaskStatus.COMPLETE:
        return viewOf(this.#load.value);
      case TaskStatus.ERROR:
        return viewOfFailure(this.#load.error);
      default:
        return this.#kept ?? { state: 'loading' };
    }
  }

  #settle(): void {
    this.#kept = undefined;
    this.#fresh = false;
    void this.updateComplete.then(() => {
      const view = this.#view;
      if (view.state === 'error') this.dispatchEvent(new MdsErrorEvent(view.code));
      this.dispatchEvent(new MdsReadyEvent());
      const word = chipOf(view)?.word;
      if (!this.nested && word) this._announcement = msg(str`${this.#name} : ${word}`);
    });
  }

  get #name(): string {
    return isDomain(this.domain) ? domainName(this.domain) : '';
  }

  #toggle(): void {
    this.open = !this.open;
    this.dispatchEvent(new MdsToggleEvent(this.open));
  }

  protected override render(): TemplateResult {
    if (!isDomain(this.domain)) return html`<slot></slot>`;
    const view = wordsReady() ? this.#view : { state: 'loading' as const };
    const chipNow = chipOf(view);
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="card ${this.open ? 'open' : ''}" part="card">
        <div class="face">
          <span class="roundel">${icon(domainShapes[this.domain])}</span>
          <div class="title" role="heading" aria-level=${this.headingLevel}>${this.#title(view)}</div>
          <div class="state" id="state">${chipNow ? chip(chipNow) : nothing}</div>
          <div class="body"><div id="gist">${gist(view, this.nested)}</div></div>
          ${this.nested ? nothing : html`<div class="foot"></div>`}
        </div>
      </div>
      <div class="hidden" role="status">${this._announcement}</div>
    </div>`;
  }

  #title(view: View): TemplateResult | string {
    if (!opens(view)) return this.#name;
    return html`<button
      class="toggle"
      aria-expanded=${this.open ? 'true' : 'false'}
      aria-describedby="state gist"
      @click=${this.#toggle}
    >
      ${this.#name}${icon(shapes.down)}
    </button>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    //
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mds-rights-bubble': RightsBubble;
  }
}
