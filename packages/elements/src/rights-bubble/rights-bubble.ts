import { initialState, TaskStatus } from '@lit/task';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import { isDomain } from '@mds-kit/contract/domains';
import { html, nothing } from 'lit';
import type { CSSResult, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MdsErrorEvent, MdsReadyEvent, MdsToggleEvent } from '../events.ts';
import { domainShapes, down, icon } from '../icons.ts';
import { wordsLocale, wordsReady, wordsSettled } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';
import { domainName } from '../locale/words/domains.ts';
import { MdsElement } from '../mds-element.ts';
import { chip } from '../parts/chip.ts';
import { whose } from '../parts/whose.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { loadingFace, readyFace } from './face.ts';
import type { Face } from './face.ts';
import { styles } from './rights-bubble.styles.ts';
import { load, opens, viewOf, viewOfFailure } from './view.ts';
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

  /**
   * What the domain is about; the overview says it before the person has signed in.
   * @internal
   */
  @property({ attribute: false }) scope = '';

  /**
   * The overview says that the portal fails, and asks again for all its bubbles.
   * @internal
   */
  @property({ attribute: false }) spokenFor = false;

  @state() private _announcement = '';
  // What a ready and closed bubble does not need is loaded when it is needed.
  @state() private _panel: typeof import('./panel.ts') | undefined;
  @state() private _others: typeof import('./other-faces.ts') | undefined;

  /** What stays on screen while the same question is asked again. */
  #kept: View | undefined;
  #fresh = false;
  #wasSignedIn = false;

  readonly #answer = new Question(this, {
    args: () => [this.portal, this.domain] as const,
    task: async ([portal, domain], { signal }): Promise<Answered | undefined | typeof initialState> =>
      portal && isDomain(domain) ? load(portal, domain, { signal, fresh: this.#fresh }) : initialState,
    onComplete: (answered) => void this.#settle(Boolean(answered)),
    onError: () => void this.#settle(),
  });

  /** Only asked for where its words are needed: whom to call, and where to simulate. */
  readonly #catalogue = new Question(this, {
    args: () =>
      [this.portal, this.open || !['loading', 'ready', 'partial'].includes(this.#view.state)] as const,
    task: ([portal, needed], { signal }): Promise<Catalogue> | typeof initialState =>
      portal && needed ? portal.catalogue({ signal }) : initialState,
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  /** Asks again, past every answer kept on the way; what is on screen stays until the new answer is there. */
  async retry(): Promise<void> {
    this.#kept = this.#view;
    this.#fresh = true;
    await this.#answer.run();
  }

  protected override sessionChanged(): void {
    this.#kept = undefined;
    this.open = false;
    void this.#answer.run();
  }

  /**
   * The state on screen, in a word; for the overview.
   * @internal
   */
  get outcome(): string {
    return this.#face(this.#view).chip?.word ?? '';
  }

  get #view(): View {
    if (!wordsReady()) return LOADING;
    const { status, value, error } = this.#answer;
    if (status === TaskStatus.ERROR) return viewOfFailure(error);
    if (status !== TaskStatus.COMPLETE) return this.#kept ?? LOADING;
    if (value) return viewOf(value);
    return { state: this.#wasSignedIn ? 'session-ended' : 'signed-out' };
  }

  #face(view: View): Face {
    if (view.state === 'ready') return readyFace(view.answer);
    if (view.state === 'loading') return loadingFace();
    const { portal, nested, spokenFor, scope } = this;
    return (
      this._others?.otherFace(view, {
        ...{ portal, nested, spokenFor, scope, catalogue: this.#catalogue.value },
        asking: this.#answer.status === TaskStatus.PENDING,
        retry: this.#retry,
        signIn: this.#signIn,
      }) ?? loadingFace()
    );
  }

  /** @param signedIn undefined when the portal did not answer */
  async #settle(signedIn?: boolean): Promise<void> {
    if (!this.isConnected) return;
    const held = this.shadowRoot?.activeElement;
    this.#kept = undefined;
    this.#fresh = false;
    await wordsSettled();
    await this.updateComplete;
    await this.#fetchOthers();
    await this.updateComplete;
    const view = this.#view;
    if (signedIn !== undefined && !this.nested) this.noteSession(signedIn);
    this.#wasSignedIn ||= signedIn === true;
    if (view.state === 'error') this.dispatchEvent(new MdsErrorEvent(view.code));
    this.dispatchEvent(new MdsReadyEvent());
    if (!this.nested) this._announcement = msg(str`${this.#name}\u00a0: ${this.outcome}`);
    // What had the keyboard is gone, the retry button mostly: the person goes on from the same bubble.
    if (held && !held.isConnected) this.#toggleButton?.focus();
  }

  get #name(): string {
    return isDomain(this.domain) ? domainName(this.domain) : '';
  }

  get #toggleButton(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.toggle');
  }

  readonly #retry = (): void => void this.retry();

  #toggle(open: boolean): void {
    this.open = open;
    this.dispatchEvent(new MdsToggleEvent(open));
  }

  readonly #close = (): void => {
    this.#toggle(false);
    this.#toggleButton?.focus();
  };

  #escape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open) this.#close();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    void this.#fetchOthers();
    if (this.open) void this.#fetchPanel();
  }

  async #fetchOthers(): Promise<void> {
    const { state } = this.#view;
    if (this._others || state === 'ready' || state === 'loading') return;
    const module = await import('./other-faces.ts');
    this.#adopt(module.waysStyles);
    this._others = module;
  }

  /** Also when the person only comes near, so that the panel is there when they open it. */
  async #fetchPanel(): Promise<void> {
    if (this._panel) return;
    const module = await import('./panel.ts');
    this.#adopt(module.waysStyles, module.panelStyles);
    this._panel = module;
  }

  /** Adds the styles of a chunk that came later, once. */
  #adopt(...styles: readonly CSSResult[]): void {
    const sheets = this.shadowRoot?.adoptedStyleSheets ?? [];
    for (const { styleSheet } of styles)
      if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }

  protected override render(): TemplateResult {
    if (!isDomain(this.domain)) return html`<slot></slot>`;
    const view = this.#view;
    const { chip: state, gist, way, foot } = this.#face(view);
    const open = this.open && opens(view);
    return html`<div class="root" lang=${wordsLocale()} dir="ltr" @keydown=${this.#escape}>
      <div class="card ${open ? 'open' : ''}" part="card">
        <div class="face">
          <span class="roundel">${icon(domainShapes[this.domain])}</span>
          <div class="title" role="heading" aria-level=${this.headingLevel}>
            ${opens(view) ? this.#titleButton(open) : wordsReady() ? this.#name : nothing}
          </div>
          <div class="state" id="state">${state ? chip(state) : nothing}</div>
          <div class="body">
            <div id="gist">${gist}</div>
            ${way}
          </div>
          ${
            this.nested
              ? nothing
              : html`<div class="foot">${'session' in view ? whose(view.session, this.#signOut) : foot}</div>`
          }
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
      ${this.#name}${icon(down)}
    </button>`;
  }

  readonly #signIn = (): TemplateResult => {
    void import('../sign-in/define.ts');
    return html`<mds-sign-in
      nested
      .theme=${this.theme}
      .contained=${this.contained}
      .client=${this.client}
      @mds-ready=${(event: Event) => event.stopPropagation()}
    ></mds-sign-in>`;
  };

  #drawer(view: View): TemplateResult {
    const { portal } = this;
    return html`<div class="panel" id="panel" part="panel" role="region" aria-label=${this.#name}>
      <div class="scroll">
        ${
          this._panel && portal
            ? this._panel.panel({
                ...{ view, portal, catalogue: this.#catalogue.value },
                ...{ level: this.headingLevel + 1, name: this.#name, close: this.#close },
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
