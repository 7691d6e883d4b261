import { TaskStatus } from '@lit/task';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent } from '../events.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { wordsLocale, wordsReady, wordsSettled } from '../locale/locale.ts';
import { msg } from '../locale/msg.ts';
import { MdsElement } from '../mds-element.ts';
import { codeOf, told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { retryButton } from '../parts/retry.ts';
import { wayIn } from '../parts/way-in.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { whose } from '../parts/whose.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import type { SignedIn } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { answerStyles } from './answer-element.styles.ts';

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

/** The session went between two questions; whoever listens to it is told as well. */
const isSignedOut = (error: unknown) => ['signed-out', 'session-ended'].includes(codeOf(error));

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
  static override styles: CSSResultGroup = [tokens, base, waysStyles, answerStyles];

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
    onComplete: (answered) => {
      this.arrived(answered?.answer);
      void this.#settle(Boolean(answered));
    },
    onError: () => void this.#settle(),
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  protected abstract readonly sentences: Sentences;

  /** What else the question depends on: it is asked again when that changes. */
  protected get subject(): unknown {
    return undefined;
  }

  /** Asks the question; only ever in a session. */
  protected abstract ask(portal: PortalClient, signal: AbortSignal): Promise<Answer>;

  /** Another answer is there; or the former is gone, and may have been another person's. */
  protected abstract arrived(answer: Answer | undefined): void;

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

  protected get support() {
    return knownCatalogue(this.portal, this)?.support;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.arrived(undefined);
  }

  protected override sessionChanged(): void {
    this.arrived(undefined);
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
  async #settle(signedIn?: boolean): Promise<void> {
    if (!this.isConnected) return;
    const held = this.shadowRoot?.activeElement;
    const gone = signedIn === undefined || (!signedIn && this.#wasSignedIn);
    this._again = false;
    await wordsSettled();
    await this.updateComplete;
    const { error } = this.#question;
    if (signedIn !== undefined && !this.nested) this.noteSession(signedIn);
    this.#wasSignedIn = signedIn ?? this.#wasSignedIn;
    this.announce(gone ? (this.renderRoot.querySelector('.say')?.textContent.trim() ?? '') : '');
    if (signedIn === undefined && !isSignedOut(error)) this.dispatchEvent(new MdsErrorEvent(codeOf(error)));
    this.dispatchEvent(new MdsReadyEvent());
    // The button that was pressed is gone: the person goes on where they were.
    if (held && !held.isConnected) this.renderRoot.querySelector<HTMLElement>('.answer')?.focus();
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
    const { status, value, error } = this.#question;
    if (!this._again && status !== TaskStatus.COMPLETE && status !== TaskStatus.ERROR)
      return html`${this.#head(html`<p class="bar"></p>`)} ${this.bones()}`;
    if (error !== undefined && !isSignedOut(error)) return this.#failure(error);
    return value ? this.#told(value) : this.#way();
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
    return html`${this.#head(html`<p class="quiet">${this.summary(answer)}</p>`, whose(session, this.#signOut))}
      <div
        class="body"
        role=${this.contained ? 'region' : nothing}
        aria-label=${this.contained ? this.sentences.title : nothing}
        tabindex=${this.contained ? 0 : nothing}
      >
        ${this.content(answer)}
      </div>`;
  }

  #failure(error: unknown): TemplateResult {
    const { paragraph } = told(error, msg('Nous n’avons pas pu joindre le portail.'));
    return html`${this.#head(paragraph)}
      <div class="trouble">
        <p>${helpLine(this.support)}</p>
        ${this.retryButton()}
      </div>`;
  }

  #way(): TemplateResult {
    const { signIn, ended } = this.sentences;
    return html`${this.#head(this.#wasSignedIn ? ended : signIn)} ${wayIn(this, this.portal)}`;
  }
}
