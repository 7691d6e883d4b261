import { TaskStatus } from '@lit/task';
import { isDomain } from '@mds-kit/contract/domains';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent, MdsToggleEvent } from '../events.ts';
import { domainShapes, down, icon } from '../icons.ts';
import { dressed, Late } from '../late.ts';
import { wordsLocale, wordsReady, wordsSettled } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';
import { domainName } from '../locale/words/domains.ts';
import { MdsElement } from '../mds-element.ts';
import { chip } from '../parts/chip.ts';
import { lostPart, lostWords } from '../parts/lost.ts';
import { whose } from '../parts/whose.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { loadingFace, readyFace } from './face.ts';
import type { Face } from './face.ts';
import { ask, isReady } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { styles } from './rights-bubble.styles.ts';

const LOADING: Outcome = { kind: 'loading' };

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
  // One sheet, not three: a page of bubbles has as many shadow roots, and each takes its sheets one by one.
  static override styles = css`
    ${tokens}${base}${styles}
  `;

  /** `health`, `family`, `housing`, `solidarity`, `retirement` or `employment`. */
  @property() domain = '';

  /** The level of the bubble's title; the parts of its panel are one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true, useDefault: true }) open = false;

  /**
   * Set by the overview, which signs in and out and announces for all its bubbles.
   * @internal
   */
  @property({ type: Boolean, reflect: true, useDefault: true }) nested = false;

  /**
   * What the domain is about; the overview says it before the person has signed in.
   * @internal
   */
  @property({ attribute: false }) scope = '';

  /**
   * The overview says that the portal fails, and asks again, for all its bubbles.
   * @internal
   */
  @property({ attribute: false }) spokenFor = false;

  /**
   * What is on screen; the overview sums it up.
   * @internal
   */
  shown: Face | undefined;

  /**
   * What a ready and closed bubble does not need is loaded when it is needed; the panel also when the person only comes
   * near, so that it is there when they open it.
   * @internal
   */
  readonly panel = new Late(this, () => dressed(this, this.portal, import('./panel.ts')));

  /** @internal */
  readonly others = new Late(this, () => dressed(this, this.portal, import('./other-faces.ts')));

  /** What stays on screen while the same question is asked again. */
  #kept: Outcome | undefined;
  #fresh = false;
  #wasSignedIn = false;

  readonly #answer = new Question(this, {
    args: () => [this.portal, this.domain] as const,
    task: ([portal, domain], signal) =>
      portal && isDomain(domain) ? ask(portal, domain, { signal, fresh: this.#fresh }) : undefined,
    onComplete: (answered) => void this.#settle(Boolean(answered)),
    onError: () => void this.#settle(),
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  /** Asks again, past every answer kept on the way; what is on screen stays until the new answer is there. */
  async retry(): Promise<void> {
    this.#kept = this.#outcome;
    this.#fresh = true;
    await this.#answer.run();
  }

  protected override sessionChanged(): void {
    this.#kept = undefined;
    this.open = false;
    void this.#answer.run();
  }

  get #outcome(): Outcome {
    const { status, value, error } = this.#answer;
    if (!wordsReady()) return LOADING;
    if (status === TaskStatus.ERROR) return { kind: 'failed', error };
    if (status !== TaskStatus.COMPLETE) return this.#kept ?? LOADING;
    return value ?? { kind: 'signed-out', ended: this.#wasSignedIn };
  }

  #face(outcome: Outcome): Face {
    if (isReady(outcome)) return readyFace(outcome.answer);
    const asking = this.#answer.status === TaskStatus.PENDING;
    const { module, lost } = this.others;
    if (lost && outcome !== LOADING) return this.#lostFace();
    return module?.otherFace(outcome, { host: this, portal: this.portal, asking }) ?? loadingFace();
  }

  #lostFace(): Face {
    const gist = this.spokenFor ? html`<p>${this.scope}</p>` : this.#lost(this.others);
    return { gist, code: 'network' };
  }

  #lost(late: Late<unknown>): TemplateResult {
    return lostPart(late, () => void this.#again(late));
  }

  async #again(late: Late<unknown>): Promise<void> {
    const held = this.shadowRoot?.activeElement;
    this.announce('');
    await late.again();
    await this.updateComplete;
    if (late.lost) this.announce(lostWords());
    this.#goOn(held);
  }

  /** What had the keyboard is gone, the retry button mostly: the person goes on from the same bubble. */
  #goOn(held: Element | null | undefined): void {
    if (held && !held.isConnected) this.#toggleButton?.focus();
  }

  /** @param signedIn undefined when the portal did not answer */
  async #settle(signedIn?: boolean): Promise<void> {
    if (!this.isConnected) return;
    const held = this.shadowRoot?.activeElement;
    this.#kept = undefined;
    this.#fresh = false;
    await wordsSettled();
    this.others.lost = undefined;
    await this.#fetchOthers();
    await this.updateComplete;
    const { code, chip: state } = this.shown ?? {};
    if (signedIn !== undefined && !this.nested) this.noteSession(signedIn);
    this.#wasSignedIn ||= signedIn === true;
    if (code) this.dispatchEvent(new MdsErrorEvent(code));
    this.dispatchEvent(new MdsReadyEvent());
    if (state && !this.nested) this.announce(msg(str`${this.#name}\u00a0: ${state.word}`));
    this.#goOn(held);
  }

  get #name(): string {
    return isDomain(this.domain) ? domainName(this.domain) : '';
  }

  get #toggleButton(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.toggle');
  }

  #toggle(open: boolean): void {
    this.open = open;
    this.panel.lost = undefined;
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
    if (this.open) void this.panel.fetch();
  }

  async #fetchOthers(): Promise<void> {
    const outcome = this.#outcome;
    if (outcome !== LOADING && !isReady(outcome)) await this.others.fetch();
  }

  protected override render(): TemplateResult {
    if (!isDomain(this.domain)) return html`<slot></slot>`;
    const outcome = this.#outcome;
    const face = (this.shown = this.#face(outcome));
    const open = this.open && Boolean(face.opens);
    return html`<div class="root" lang=${wordsLocale()} dir="ltr" @keydown=${this.#escape}>
      <div class="card ${open ? 'open' : ''}" part="card">
        <div class="face">
          <span class="roundel">${icon(domainShapes[this.domain])}</span>
          <div class="title" role="heading" aria-level=${this.headingLevel}>
            ${face.opens ? this.#titleButton(open) : wordsReady() ? this.#name : nothing}
          </div>
          <div class="state" id="state">${face.chip ? chip(face.chip) : nothing}</div>
          <div class="body">
            <div class="gist" id="gist">${face.gist}</div>
            ${face.way}
          </div>
          ${this.nested ? nothing : this.#foot(outcome, face)}
        </div>
      </div>
      ${open ? this.#drawer(outcome) : nothing}
      <div class="hidden" role="status"></div>
    </div>`;
  }

  #foot(outcome: Outcome, { foot }: Face): TemplateResult | typeof nothing {
    const content = 'session' in outcome ? whose(outcome.session, this.#signOut) : foot;
    return content ? html`<div class="foot">${content}</div>` : nothing;
  }

  #titleButton(open: boolean): TemplateResult {
    return html`<button
      class="toggle"
      aria-expanded=${open}
      aria-controls="panel"
      aria-describedby="state gist"
      @click=${() => this.#toggle(!open)}
      @pointerenter=${this.panel.fetch}
      @focus=${this.panel.fetch}
    >
      ${this.#name}${icon(down)}
    </button>`;
  }

  #drawer(outcome: Outcome): TemplateResult | typeof nothing {
    const { portal, panel } = this;
    if (panel.lost) return html`<div class="card lost" id="panel" part="panel">${this.#lost(panel)}</div>`;
    if (!portal || !panel.module) return nothing;
    return panel.module.panel({ host: this, portal, outcome, name: this.#name, close: this.#close });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mds-rights-bubble': RightsBubble;
  }
}
