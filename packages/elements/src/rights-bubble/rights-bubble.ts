import { msg, str } from '@lit/localize';
import { initialState, Task, TaskStatus } from '@lit/task';
import type { Catalogue } from '@mds-kit/contract/catalogue';
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
import { helpLine } from '../parts/help.ts';
import { wayOut } from '../parts/ways.ts';
import { whose } from '../parts/whose.ts';
import { signOut } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { chipOf } from './chip-of.ts';
import { gist } from './gist.ts';
import { styles } from './rights-bubble.styles.ts';
import { canRetry, load, opens, viewOf, viewOfFailure } from './view.ts';
import type { Answered, View } from './view.ts';

const LOADING: View = { state: 'loading' };

/**
 * One domain of the person's social rights. Closed, it says the one fact that matters; it opens to the rights, the
 * procedures, who to talk to and what is good to know.
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart card - The bubble itself
 * @csspart chip - The state in a word
 * @csspart figure - The fact in large type
 * @csspart retry - The button that asks again
 * @csspart whose - Whose data this is
 * @csspart sign-out - The button that signs out
 * @csspart panel - The opened part
 * @csspart part - One of the four parts of the panel
 * @csspart right - One right
 * @csspart contact - One organisation to talk to
 * @csspart link - A link that leaves the page
 * @csspart close - The button that closes the panel
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

  /**
   * Set by the overview, which signs in and out and announces for all its bubbles.
   * @internal
   */
  @property({ type: Boolean, reflect: true }) nested = false;

  @state() private _announcement = '';
  @state() private _panel: typeof import('./panel.ts') | undefined;
  @state() private _signOutFailed = false;

  /** What stays on screen while the same question is asked again. */
  #kept: View | undefined;
  #fresh = false;
  #wasSignedIn = false;
  /** Where the keyboard goes when what it stood on disappears. */
  #refocus = false;

  readonly #load = new Task(this, {
    args: () => [this.portal, this.domain] as const,
    task: async ([portal, domain], { signal }): Promise<Answered | undefined | typeof initialState> =>
      portal && isDomain(domain) ? load(portal, domain, { signal, fresh: this.#fresh }) : initialState,
    onComplete: (answered) => this.#settle(Boolean(answered)),
    onError: () => this.#settle(undefined),
  });

  /** Only asked for where its words are needed: whom to call, and where to simulate. */
  readonly #catalogue = new Task(this, {
    args: () =>
      [this.portal, this.open || !['loading', 'ready', 'partial'].includes(this.#view.state)] as const,
    task: ([portal, needed], { signal }): Promise<Catalogue> | typeof initialState =>
      portal && needed ? portal.catalogue({ signal }) : initialState,
  });

  /** Asks again, past every answer kept on the way; what is on screen stays until the new answer is there. */
  async retry(): Promise<void> {
    this.#kept = this.#view;
    this.#fresh = true;
    await this.#load.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#load.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#load.abort();
    this.#catalogue.abort();
  }

  protected override sessionChanged(): void {
    this.#kept = undefined;
    this.open = false;
    void this.#load.run();
  }

  /** The state on screen, in a word; for the overview. @internal */
  get outcome(): string {
    return chipOf(this.#view)?.word ?? '';
  }

  get #view(): View {
    if (!wordsReady()) return LOADING;
    const { status, value, error } = this.#load;
    if (status === TaskStatus.ERROR) return viewOfFailure(error);
    if (status !== TaskStatus.COMPLETE) return this.#kept ?? LOADING;
    if (value) return viewOf(value);
    return { state: this.#wasSignedIn ? 'session-ended' : 'signed-out' };
  }

  /** @param signedIn undefined when the portal did not answer */
  #settle(signedIn: boolean | undefined): void {
    if (!this.isConnected) return;
    const again = this.#fresh;
    this.#kept = undefined;
    this.#fresh = false;
    void this.updateComplete.then(() => {
      const view = this.#view;
      if (signedIn !== undefined && !this.nested) this.noteSession(signedIn);
      this.#wasSignedIn ||= signedIn === true;
      if (view.state === 'error') this.dispatchEvent(new MdsErrorEvent(view.code));
      this.dispatchEvent(new MdsReadyEvent());
      if (!this.nested) this._announcement = msg(str`${this.#name} : ${this.outcome}`);
      if (again && this.#refocus && !this.shadowRoot?.activeElement) this.#toggleButton?.focus();
      this.#refocus = false;
    });
  }

  get #name(): string {
    return isDomain(this.domain) ? domainName(this.domain) : '';
  }

  get #toggleButton(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.toggle');
  }

  #toggle(open: boolean): void {
    this.open = open;
    this.dispatchEvent(new MdsToggleEvent(open));
  }

  #close = (): void => {
    this.#toggle(false);
    this.#toggleButton?.focus();
  };

  #escape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open) this.#close();
  }

  #retryPressed(): void {
    this.#refocus = true;
    void this.retry();
  }

  async #signOut(): Promise<void> {
    if (!this.portal) return;
    try {
      await signOut(this.portal);
      this._signOutFailed = false;
    } catch {
      this._signOutFailed = true;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.open && !this._panel) void this.#fetchPanel();
  }

  /** Also when the person only comes near, so that the panel is there when they open it. */
  async #fetchPanel(): Promise<void> {
    const module = await import('./panel.ts');
    const { styleSheet } = module.panelStyles;
    if (styleSheet && !this.shadowRoot?.adoptedStyleSheets.includes(styleSheet))
      this.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    this._panel = module;
  }

  protected override render(): TemplateResult {
    if (!isDomain(this.domain)) return html`<slot></slot>`;
    const view = this.#view;
    const word = chipOf(view);
    const open = this.open && opens(view);
    return html`<div class="root" lang=${wordsLocale()} dir="ltr" @keydown=${this.#escape}>
      <div class="card ${open ? 'open' : ''}" part="card">
        <div class="face">
          <span class="roundel">${icon(domainShapes[this.domain])}</span>
          <div class="title" role="heading" aria-level=${this.headingLevel}>
            ${opens(view) ? this.#titleButton(open) : wordsReady() ? this.#name : nothing}
          </div>
          <div class="state" id="state">${word ? chip(word) : nothing}</div>
          <div class="body">
            <div id="gist">${gist(view)}</div>
            ${this.#way(view)}
          </div>
          ${this.nested ? nothing : html`<div class="foot">${this.#foot(view)}</div>`}
        </div>
      </div>
      ${open ? this.#drawer(view) : nothing}
      <div class="hidden" role="status">${this._announcement}</div>
    </div>`;
  }

  #titleButton(open: boolean): TemplateResult {
    return html`<button
      class="toggle"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls="panel"
      aria-describedby="state gist"
      @click=${() => this.#toggle(!open)}
      @pointerenter=${this.#fetchPanel}
      @focus=${this.#fetchPanel}
    >
      ${this.#name}${icon(shapes.down)}
    </button>`;
  }

  /** The one thing to do next. */
  #way(view: View): TemplateResult | typeof nothing {
    const simulate = this.#catalogue.value?.simulate;
    if (view.state === 'nothing-paid' && simulate && this.portal)
      return wayOut(this.portal, simulate, msg('Faire une simulation'), true);
    if (!this.nested && (view.state === 'signed-out' || view.state === 'session-ended'))
      return this.#signIn();
    // The overview asks again for all its bubbles when it is the portal that fails.
    if (!canRetry(view) || (this.nested && !('answer' in view))) return nothing;
    const asking = this.#load.status === TaskStatus.PENDING;
    return html`<button
      class="act"
      part="retry"
      aria-disabled=${asking ? 'true' : 'false'}
      @click=${this.#retryPressed}
    >
      ${asking ? msg('Nouvel essai…') : msg('Réessayer')}
    </button>`;
  }

  #signIn(): TemplateResult {
    void import('../sign-in/define.ts');
    return html`<mds-sign-in
      nested
      .theme=${this.theme}
      .contained=${this.contained}
      .client=${this.client}
      @mds-ready=${(event: Event) => event.stopPropagation()}
    ></mds-sign-in>`;
  }

  #foot(view: View): TemplateResult | typeof nothing {
    if ('session' in view)
      return whose(view.session, { leave: () => void this.#signOut(), failed: this._signOutFailed });
    if (view.state === 'error' || view.state === 'maintenance')
      return helpLine(this.#catalogue.value?.support);
    return nothing;
  }

  #drawer(view: View): TemplateResult {
    const { portal } = this;
    return html`<div class="panel" id="panel" part="panel" role="region" aria-label=${this.#name}>
      <div class="scroll">
        ${
          this._panel && portal
            ? this._panel.panel({
                view,
                portal,
                catalogue: this.#catalogue.value,
                level: this.headingLevel + 1,
                name: this.#name,
                close: this.#close,
              })
            : nothing
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mds-rights-bubble': RightsBubble;
  }
}
