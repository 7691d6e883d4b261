import { TaskStatus } from '@lit/task';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent } from '../events.ts';
import { dressed, Late } from '../late.ts';
import { wordsLocale, wordsReady, wordsSettled } from '../locale/locale.ts';
import { MdsElement } from '../mds-element.ts';
import { lostPart, lostWords } from '../parts/lost.ts';
import { retryButton } from '../parts/retry.ts';
import { whose } from '../parts/whose.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import type { SignedIn } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { answerStyles } from './answer-element.styles.ts';
import type * as OtherEnds from './other-ends.ts';

/** What an element says whatever the answer, in the language of the moment. */
interface Sentences {
  readonly title: string;
  /** Nobody is signed in: what there would be to see. */
  readonly signIn: string;
  /** The session ended while the page was open. */
  readonly ended: string;
}

/** What was asked for, and whose it is. */
interface Answered<Answer> {
  readonly session: SignedIn;
  readonly answer: Answer;
}

/**
 * A block that asks the portal one question about the person who is signed in, and lives through whatever becomes of it:
 * on its way, answered, failed and asked again, nobody signed in, somebody else. An element says what it asks, in which
 * words, and how it draws an answer.
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart card - The block itself
 * @csspart link - A link that leaves the page
 * @csspart retry - The button that asks again
 * @csspart whose - Whose data this is
 * @csspart sign-out - The button that signs out
 * @fires {MdsReadyEvent} mds-ready - The answer, or why there is none, is on screen
 * @fires {MdsErrorEvent} mds-error - The portal could not be reached
 * @fires {MdsSessionChangeEvent} mds-session-change - The person signed in or out
 */
export abstract class AnswerElement<Answer> extends MdsElement {
  static override styles: CSSResultGroup = [tokens, base, answerStyles];

  /** The level of the title; what stands under it is one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /**
   * Set where the page around it says the title, and whose data it is.
   * @internal
   */
  @property({ type: Boolean, reflect: true, useDefault: true }) nested = false;

  /** Everything is asked again, and what was said stays until it is known better. */
  @state() private _again = false;

  #wasSignedIn = false;

  readonly #question = new Question(this, {
    args: () => [this.portal, this.subject] as const,
    task: ([portal], signal) => portal && this.#ask(portal, signal),
    onComplete: (answered) => void this.#settle(Boolean(answered), this.arrived(answered?.answer)),
    onError: () => void this.#settle(),
  });

  /**
   * What an element that has its answer does not need is loaded when it is needed.
   * @internal
   */
  readonly ends = new Late(this, () => dressed(this, this.portal, this.otherEnds()));

  readonly #signOut = new SignOut(this, () => this.portal);

  /** How this element ends without an answer. */
  protected otherEnds(): Promise<typeof OtherEnds> {
    return import('./other-ends.ts');
  }

  protected abstract readonly sentences: Sentences;

  /** What else the question depends on: it is asked again when that changes. */
  protected get subject(): unknown {
    return undefined;
  }

  /** Asks the question; only ever in a session. */
  protected abstract ask(portal: PortalClient, signal: AbortSignal): Promise<Answer>;

  /**
   * Another answer is there; or the former is gone, and may have been another person's. Resolves when all that it needs to
   * be drawn is there.
   */
  protected abstract arrived(answer: Answer | undefined): void | Promise<void>;

  /** What stands under the title. */
  protected abstract summary(answer: Answer): unknown;

  protected abstract content(answer: Answer): TemplateResult;

  /** The shape of what comes. */
  protected abstract bones(): TemplateResult;

  protected get answer(): Answer | undefined {
    return this.#question.value?.answer;
  }

  /** Asks again. */
  async retry(): Promise<void> {
    this._again = true;
    await this.#question.run();
  }

  /** The button that asks again, where an answer has a place for it. */
  protected retryButton(): TemplateResult {
    return retryButton(this._again, () => void this.retry());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.arrived(undefined);
  }

  protected override sessionChanged(): void {
    void this.arrived(undefined);
    this._again = false;
    void this.#question.run();
  }

  /** Whose session this is comes first: a signed-out visitor causes no refused request. */
  async #ask(portal: PortalClient, signal: AbortSignal): Promise<Answered<Answer> | undefined> {
    const session = await portal.session({ signal });
    if (session.status === 'signed-out') return;
    return { session, answer: await this.ask(portal, signal) };
  }

  /** @param signedIn undefined when the portal did not answer */
  async #settle(signedIn?: boolean, arrived?: void | Promise<void>): Promise<void> {
    if (!this.isConnected) return;
    const held = this.shadowRoot?.activeElement;
    const gone = signedIn === undefined || (!signedIn && this.#wasSignedIn);
    this._again = false;
    await Promise.all([wordsSettled(), arrived]);
    if (!signedIn) await this.ends.anew();
    await this.updateComplete;
    if (signedIn !== undefined && !this.nested) this.noteSession(signedIn);
    this.#wasSignedIn = signedIn ?? this.#wasSignedIn;
    this.announce(gone ? (this.renderRoot.querySelector('.say')?.textContent.trim() ?? '') : '');
    const code = this.ends.lost ? 'network' : this.#end?.code;
    if (!signedIn && code) this.dispatchEvent(new MdsErrorEvent(code));
    this.dispatchEvent(new MdsReadyEvent());
    this.#goOn(held);
  }

  /** The button that was pressed is gone: the person goes on where they were. */
  #goOn(held: Element | null | undefined): void {
    if (held && !held.isConnected) this.focusOn('.answer');
  }

  protected focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The person asks for a part that was lost. */
  protected async again(part: Late<unknown>): Promise<void> {
    const held = this.shadowRoot?.activeElement;
    this.announce('');
    await part.again();
    await this.updateComplete;
    if (part.lost) this.announce(lostWords());
    this.#goOn(held);
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="answer ${this.nested ? '' : 'card'}" part="card" tabindex="-1">
        ${wordsReady() ? this.#state() : this.bones()}
      </div>
      <div class="hidden" role="status"></div>
    </div>`;
  }

  #state(): TemplateResult {
    const { status, value } = this.#question;
    const known = this._again || status === TaskStatus.COMPLETE || status === TaskStatus.ERROR;
    if (!known) return this.#coming();
    if (value) return this.#told(value);
    if (this.ends.lost) return this.#lost();
    const end = this.#end;
    if (!end) return this.#coming();
    const { signIn, ended } = this.sentences;
    return html`${this.#head(end.say ?? (this.#wasSignedIn ? ended : signIn))} ${end.way}`;
  }

  get #end() {
    return this.ends.module?.endOf(this.#question.error, this, this.portal, this.retryButton());
  }

  #coming(): TemplateResult {
    return html`${this.#head(html`<p class="bar"></p>`)} ${this.bones()}`;
  }

  /** What the page says of the portal stays: mostly a link to it. */
  #lost(): TemplateResult {
    return html`${this.#head(nothing)}
      <div class="trouble">${lostPart(this.ends, () => void this.again(this.ends))} <slot></slot></div>`;
  }

  #head(say: unknown, does?: TemplateResult): TemplateResult {
    const title = html`<div class="title" role="heading" aria-level=${this.headingLevel}>
      ${this.sentences.title}
    </div>`;
    return html`<div class="head">
      <div class="tell">
        ${this.nested ? nothing : title}
        <div class="say">${say}</div>
      </div>
      ${does && !this.nested ? html`<div class="do">${does}</div>` : nothing}
    </div>`;
  }

  #told({ session, answer }: Answered<Answer>): TemplateResult {
    const summary = this.summary(answer);
    return html`${this.#head(summary && html`<p class="quiet">${summary}</p>`, whose(session, this.#signOut))}
      <div
        class="body"
        role=${this.contained ? 'region' : nothing}
        aria-label=${this.contained ? this.sentences.title : nothing}
        tabindex=${this.contained ? 0 : nothing}
      >
        ${this.content(answer)}
      </div>`;
  }
}
