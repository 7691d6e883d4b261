import { msg, str } from '../locale/msg.ts';
import { initialState, TaskStatus } from '@lit/task';
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
import { closed, codeOf } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { whose } from '../parts/whose.ts';
import type { RightsBubble } from '../rights-bubble/rights-bubble.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { styles } from './rights-overview.styles.ts';

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

  #waiting = new Set<Domain>(DOMAINS);
  #wasSignedIn = false;

  readonly #session = new Question(this, {
    args: () => [this.portal] as const,
    task: ([portal], { signal }): Promise<Session> | typeof initialState =>
      portal ? portal.session({ signal }) : initialState,
    onComplete: ({ status }) => {
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
    this.#waiting = new Set(DOMAINS);
    void this.#session.run();
  }

  /** Asks again, for the session and for all six domains. */
  async retry(): Promise<void> {
    this.#waiting = new Set(DOMAINS);
    await Promise.all([this.#session.run(), ...this.#bubbles.map((bubble) => bubble.retry())]);
  }

  get #bubbles(): RightsBubble[] {
    return [...this.renderRoot.querySelectorAll('mds-rights-bubble')];
  }

  /** One open at a time. */
  #toggled(domain: Domain, event: MdsToggleEvent): void {
    if (event.open) this._open = domain;
    else if (this._open === domain) this._open = undefined;
  }

  /** Says once, for all six, that the answers are there, and which one is not. */
  #answered(domain: Domain, event: Event): void {
    event.stopPropagation();
    if (!this.#waiting.delete(domain) || this.#waiting.size > 0) return;
    this.announce(
      this.#bubbles
        .map((bubble) => msg(str`${domainName(bubble.domain as Domain)}\u00a0: ${bubble.word}`))
        .join('. '),
    );
    this.dispatchEvent(new MdsReadyEvent());
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="header card">
        <div>
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
              .spokenFor=${this.#session.status === TaskStatus.ERROR}
              @mds-toggle=${(event: MdsToggleEvent) => this.#toggled(domain, event)}
              @mds-ready=${(event: Event) => this.#answered(domain, event)}
              @mds-error=${(event: Event) => event.stopPropagation()}
            ></mds-rights-bubble>`,
        )}
      </div>
      <div class="hidden" role="status"></div>
    </div>`;
  }

  #words(): TemplateResult {
    return this.#session.render({
      initial: bar,
      pending: bar,
      complete: ({ status }) =>
        html`<p class="quiet">
          ${
            status === 'signed-in'
              ? msg('Demandé à l’instant à vos organismes. Vos droits ne sont pas conservés ici.')
              : this.#wasSignedIn
                ? msg('Votre session est terminée. Identifiez-vous à nouveau pour voir vos droits.')
                : msg('Identifiez-vous pour voir ce que vos organismes savent de vos droits.')
          }
        </p>`,
      error: (error) => this.#failure(error),
    });
  }

  #failure(error: unknown): TemplateResult {
    return html`<p>
        ${codeOf(error) === 'maintenance' ? closed(error) : msg('Nous n’avons pas pu joindre le portail.')}
        ${msg('Vos droits ne changent pas.')}
      </p>
      <p>${helpLine(knownCatalogue(this.portal, this)?.support)}</p>`;
  }

  #way(): TemplateResult {
    return this.#session.render({
      complete: (session) => {
        if (session.status === 'signed-in') return whose(session, this.#signOut);
        void import('../sign-in/define.ts');
        return html`<mds-sign-in
          nested
          .theme=${this.theme}
          .contained=${this.contained}
          .client=${this.client}
          @mds-ready=${(event: Event) => event.stopPropagation()}
        ></mds-sign-in>`;
      },
      error: () =>
        html`<button class="act main" part="retry" @click=${() => void this.retry()}>
          ${msg('Réessayer')}
        </button>`,
    }) as TemplateResult;
  }
}

/** Keeps the place of the words. */
const bar = () => html`<p class="bar"></p>`;

declare global {
  interface HTMLElementTagNameMap {
    'mds-rights-overview': RightsOverview;
  }
}
