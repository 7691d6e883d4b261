import { TaskStatus } from '@lit/task';
import { msg, str } from '../locale/msg.ts';
import { DOMAINS } from '@mds-kit/contract/domains';
import type { Domain } from '@mds-kit/contract/domains';
import type { Session } from '@mds-kit/contract/session';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent } from '../events.ts';
import type { MdsToggleEvent } from '../events.ts';
import { wordsLocale, wordsReady } from '../locale/locale.ts';
import { domainName } from '../locale/words/domains.ts';
import { domainScope } from '../locale/words/scopes.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { MdsElement } from '../mds-element.ts';
import { codeOf, told } from '../parts/failures.ts';
import type { Told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { retryButton } from '../parts/retry.ts';
import { wayIn } from '../parts/way-in.ts';
import { whose } from '../parts/whose.ts';
import type { RightsBubble } from '../rights-bubble/rights-bubble.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { styles } from './rights-overview.styles.ts';

/** What the six answers lack for one and the same reason: how the portal fails, or that nobody knows whom to ask. */
type Trouble = { readonly error: unknown } | 'unknown';

/**
 * The person's social rights in six bubbles, each drawn as soon as its own answer is there; whose they are, and
 * the way in and out.
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart whose - Whose data this is
 * @csspart sign-out - The button that signs out
 * @csspart retry - The button that asks again
 * @fires {MdsToggleEvent} mds-toggle - The person opened or closed a bubble
 * @fires {MdsReadyEvent} mds-ready - All six answers, or why there are none, are on screen
 * @fires {MdsErrorEvent} mds-error - The portal could not be reached
 * @fires {MdsSessionChangeEvent} mds-session-change - The person signed in or out
 */
export class RightsOverview extends MdsElement {
  static override styles = [tokens, base, waysStyles, styles];

  /** The level of the title; bubbles are one level below, the parts of their panels two. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private _open: Domain | undefined;

  /** Of the answers; the session's own is `#session.error`. */
  @state() private _trouble: Trouble | undefined;

  /** Everything is being asked again, and what the header says stays until it is known better. */
  @state() private _again = false;

  #waiting = new Set<Domain>(DOMAINS);
  #wasSignedIn = false;

  readonly #session = new Question(this, {
    args: () => [this.portal] as const,
    task: ([portal], signal) => portal?.session({ signal }),
    onComplete: ({ status }: Session) => {
      this.noteSession(status === 'signed-in');
      this.#wasSignedIn ||= status === 'signed-in';
    },
    onError: (error) => {
      if (this.isConnected) this.dispatchEvent(new MdsErrorEvent(codeOf(error)));
    },
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  protected override sessionChanged(): void {
    this._open = undefined;
    this._trouble = undefined;
    this._again = false;
    this.#waiting = new Set(DOMAINS);
    void this.#session.run();
  }

  /** Asks again, for the session and for all six domains. */
  async retry(): Promise<void> {
    const held = this.shadowRoot?.activeElement;
    this.#waiting = new Set(DOMAINS);
    this._again = true;
    await Promise.all([this.#session.run(), ...this.#bubbles.map((bubble) => bubble.retry())]);
    this._again = false;
    await this.updateComplete;
    // The button that was pressed is gone: the keyboard stays in the header.
    if (held && !held.isConnected) this.renderRoot.querySelector<HTMLElement>('.header .act')?.focus();
  }

  get #bubbles(): RightsBubble[] {
    return [...this.renderRoot.querySelectorAll('mds-rights-bubble')];
  }

  /** One open at a time. */
  #toggled(domain: Domain, event: MdsToggleEvent): void {
    if (event.open) this._open = domain;
    else if (this._open === domain) this._open = undefined;
  }

  /** Says once, for all six, that the answers are there, and which one is not; and what they all lack. */
  #answered(domain: Domain, event: Event): void {
    event.stopPropagation();
    const due = this.#waiting.delete(domain);
    const faces = this.#bubbles.map(({ shown }) => shown);
    const unknown = faces.some((face) => face?.unknown);
    if (unknown) this._trouble = 'unknown';
    if (this.#waiting.size > 0) return;
    if (!unknown) this._trouble = faces.every((face) => face?.code) ? { error: faces[0]?.error } : undefined;
    if (due) void this.#told();
  }

  async #told(): Promise<void> {
    await this.updateComplete;
    const said = this.#bubbles.flatMap(({ domain, shown }) =>
      shown?.chip ? msg(str`${domainName(domain as Domain)}\u00a0: ${shown.chip.word}`) : [],
    );
    const header = this.renderRoot.querySelector('.what')?.textContent ?? '';
    this.announce((said.length < DOMAINS.length ? [header.trim(), ...said] : said).join('. '));
    if (this._trouble && this._trouble !== 'unknown' && this.#session.status === TaskStatus.COMPLETE)
      this.dispatchEvent(new MdsErrorEvent(codeOf(this._trouble.error)));
    this.dispatchEvent(new MdsReadyEvent());
  }

  /** The header says it once: the bubbles need not. */
  get #shared(): Trouble | undefined {
    const { error } = this.#session;
    return error === undefined ? this._trouble : { error };
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="header card">
        <div class="tell">
          <div class="title" role="heading" aria-level=${this.headingLevel}>
            ${wordsReady() ? msg('Vos droits sociaux') : nothing}
          </div>
          <div class="say">${wordsReady() ? this.#words() : nothing}</div>
        </div>
        <div class="do">${wordsReady() ? this.#way() : nothing}</div>
      </div>
      <div class="grid">
        ${DOMAINS.map(
          (domain) =>
            html`<mds-rights-bubble
              nested
              domain=${domain}
              heading-level=${this.headingLevel + 1}
              .theme=${this.theme}
              .contained=${this.contained}
              .client=${this.client}
              .open=${this._open === domain}
              .scope=${domainScope(domain)}
              .spokenFor=${this._again || (this.#shared ?? 'unknown') !== 'unknown'}
              @mds-toggle=${(event: MdsToggleEvent) => this.#toggled(domain, event)}
              @mds-ready=${(event: Event) => this.#answered(domain, event)}
              @mds-error=${(event: Event) => event.stopPropagation()}
            ></mds-rights-bubble>`,
        )}
      </div>
      <div class="hidden" role="status"></div>
    </div>`;
  }

  /** The session that the header speaks of; undefined while it is not known. */
  get #known(): Session | undefined {
    const { status, value } = this.#session;
    return status === TaskStatus.COMPLETE || this._again ? value : undefined;
  }

  #words(): TemplateResult {
    const shared = this.#shared;
    if (shared) return this.#failure(shared);
    const session = this.#known;
    if (!session) return html`<p class="bar"></p>`;
    return html`<p class="quiet what">
      ${
        session.status === 'signed-in'
          ? msg('Demandé à l’instant à vos organismes. Vos droits ne sont pas conservés ici.')
          : this.#wasSignedIn
            ? msg('Votre session est terminée. Identifiez-vous à nouveau pour voir vos droits.')
            : msg('Identifiez-vous pour voir ce que vos organismes savent de vos droits.')
      }
    </p>`;
  }

  #failure(shared: Trouble): TemplateResult {
    const failure = toldOf(shared);
    // Beside a session stands the way out of it: asking again goes into the sentence.
    return html`<p><span class="what">${failure.paragraph}</span> ${this.#known ? this.#retry() : nothing}</p>
      <p class="quiet">
        ${failure.title ? nothing : msg('Vos droits ne changent pas.')}
        ${helpLine(knownCatalogue(this.portal, this)?.support)}
      </p>`;
  }

  #way(): TemplateResult | typeof nothing {
    const session = this.#known;
    if (session?.status === 'signed-out') return wayIn(this, this.portal);
    if (session) return whose(session, this.#signOut);
    return this.#session.error === undefined ? nothing : this.#retry();
  }

  #retry(): TemplateResult {
    return retryButton(this._again, () => void this.retry());
  }
}

function toldOf(shared: Trouble): Told {
  if (shared !== 'unknown') return told(shared.error, msg('Nous n’avons pas pu joindre le portail.'));
  const what = msg('Nous ne savons pas, pour l’instant, quels organismes vous suivent.');
  return { what, paragraph: what };
}

declare global {
  interface HTMLElementTagNameMap {
    'mds-rights-overview': RightsOverview;
  }
}
