import { TaskStatus } from '@lit/task';
import { accesses } from '@mds-kit/client/operations/accesses';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Access, Accesses } from '@mds-kit/contract/accesses';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent } from '../events.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { time } from '../locale/formats.ts';
import { wordsLocale, wordsReady, wordsSettled } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';
import { accessName, siteName } from '../locale/words/accesses.ts';
import { MdsElement } from '../mds-element.ts';
import { codeOf, told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { wayIn } from '../parts/way-in.ts';
import { phoneLink, wayOut } from '../parts/ways.ts';
import { whose } from '../parts/whose.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import type { SignedIn } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { styles } from './access-log.styles.ts';
import { daysOf } from './days.ts';
import type { Line } from './days.ts';

/** The latest page of the journal, and whose it is. */
interface Answered {
  readonly session: SignedIn;
  readonly latest: Accesses;
}

/** Asks whose session this is first: a signed-out visitor causes no refused request. */
async function ask(portal: PortalClient, signal: AbortSignal): Promise<Answered | undefined> {
  const session = await portal.session({ signal });
  if (session.status === 'signed-out') return;
  return { session, latest: await portal.ask(accesses, '', { signal }) };
}

/** The session went between two questions; whoever listens to it is told as well. */
const isSignedOut = (error: unknown) => ['signed-out', 'session-ended'].includes(codeOf(error));

/**
 * Who saw the person's rights, when and through which site (*journal des accès*): by day, the latest first, older ones a
 * page at a time.
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart card - The block itself
 * @csspart day - The name of a day
 * @csspart access - One access
 * @csspart older - The button that shows older accesses, or tries to again
 * @csspart link - A link that leaves the page
 * @csspart retry - The button that asks again
 * @csspart whose - Whose data this is
 * @csspart sign-out - The button that signs out
 * @fires {MdsReadyEvent} mds-ready - The accesses, or why there are none, are on screen
 * @fires {MdsErrorEvent} mds-error - The portal could not be reached
 * @fires {MdsSessionChangeEvent} mds-session-change - The person signed in or out
 */
export class AccessLog extends MdsElement {
  static override styles = [tokens, base, waysStyles, styles];

  /** The level of the title; days are one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /**
   * Set where the page around it says the title, and whose data it is.
   * @internal
   */
  @property({ type: Boolean, reflect: true, useDefault: true }) nested = false;

  /** All that was shown so far. */
  @state() private _entries: readonly Access[] = [];
  @state() private _next: string | null = null;
  /** How asking for older ones went wrong. */
  @state() private _olderError: unknown;
  @state() private _askingOlder = false;
  /** Position of the first entry that the person asked for last; it takes the keyboard. */
  @state() private _arrived = -1;
  /** Everything is asked again, and what was said stays until it is known better. */
  @state() private _again = false;

  #wasSignedIn = false;
  #older = new AbortController();

  readonly #answer = new Question(this, {
    args: () => [this.portal] as const,
    task: ([portal], signal) => portal && ask(portal, signal),
    onComplete: (answered) => {
      this.#show(answered?.latest);
      void this.#settle(Boolean(answered));
    },
    onError: () => void this.#settle(),
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#show(undefined);
  }

  protected override sessionChanged(): void {
    this.#show(undefined);
    this._again = false;
    void this.#answer.run();
  }

  /** Asks again, from the latest access on. */
  async retry(): Promise<void> {
    this._again = true;
    await this.#answer.run();
  }

  /** Begins anew with this page, or with nothing: what is under way for older ones is given up. */
  #show(page: Accesses | undefined): void {
    this.#older.abort();
    this._entries = page?.entries ?? [];
    this._next = page?.next ?? null;
    this._olderError = undefined;
    this._askingOlder = false;
    this._arrived = -1;
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
    if (held && !held.isConnected) this.renderRoot.querySelector<HTMLElement>('.log')?.focus();
  }

  readonly #askOlder = async (): Promise<void> => {
    const { portal, _next: cursor } = this;
    if (!portal || cursor === null || this._askingOlder) return;
    const { signal } = (this.#older = new AbortController());
    this._askingOlder = true;
    const answer = await portal.ask(accesses, cursor, { signal }).catch((error: unknown) => ({ error }));
    if (signal.aborted) return;
    this._askingOlder = false;
    if ('error' in answer) this.#olderFailed(answer.error);
    else await this.#olderCame(answer);
  };

  async #olderCame({ entries, next }: Accesses): Promise<void> {
    const held = this.#holdsKeyboard;
    this._olderError = undefined;
    this._arrived = this._entries.length;
    this._entries = [...this._entries, ...entries];
    this._next = next;
    await this.updateComplete;
    this.announce(msg('Accès plus anciens affichés.'));
    // The person reads on from the first of those that they asked for, unless they went elsewhere meanwhile.
    if (held) this.renderRoot.querySelector<HTMLElement>('.arrived')?.focus();
  }

  #olderFailed(error: unknown): void {
    this._olderError = error;
    this.announce(whyNotOlder(error));
    this.dispatchEvent(new MdsErrorEvent(codeOf(error)));
  }

  /** The button for older ones has the keyboard; or nothing has, as after a click in Safari. */
  get #holdsKeyboard(): boolean {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement) return activeElement.matches('.more .act');
    return document.activeElement === document.body;
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="log ${this.nested ? '' : 'card'}" part="card" tabindex="-1">
        ${wordsReady() ? this.#content() : bones()}
      </div>
      <div class="hidden" role="status"></div>
    </div>`;
  }

  #content(): TemplateResult {
    const { status, value, error } = this.#answer;
    if (status === TaskStatus.ERROR && !isSignedOut(error)) return this.#failure(error);
    if (this._again && error !== undefined) return this.#failure(error);
    if (status === TaskStatus.COMPLETE && value) return this.#journal(value);
    if (status === TaskStatus.COMPLETE || status === TaskStatus.ERROR) return this.#way();
    return html`${this.#head(html`<p class="bar"></p>`)} ${bones()}`;
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

  #journal({ session, latest: { keptMonths, historyLinkId } }: Answered): TemplateResult {
    const say = msg(
      str`Chaque connexion et chaque affichage de vos droits sont notés ici, puis effacés au bout de ${keptMonths}\u00a0mois.`,
    );
    const phone = phoneLink(knownCatalogue(this.portal, this)?.support.phone ?? '39 39');
    return html`${this.#head(html`<p class="quiet">${say}</p>`, this.nested ? nothing : whose(session, this.#signOut))}
      <div
        class="body"
        role=${this.contained ? 'region' : nothing}
        aria-label=${this.contained ? title() : nothing}
        tabindex=${this.contained ? 0 : nothing}
      >
        ${this.#days()} ${this._next === null ? nothing : this.#more()}
        <div class="foot">
          <p>${msg(html`Vous ne reconnaissez pas un accès&nbsp;? Appelez le ${phone}.`)}</p>
          ${this.#history(historyLinkId)}
        </div>
      </div>`;
  }

  #days(): unknown {
    if (this._entries.length === 0) return html`<p>${msg('Aucun accès pour l’instant.')}</p>`;
    return daysOf(this._entries).map(
      ({ name, lines }) =>
        html`<div class="day" part="day" role="heading" aria-level=${this.headingLevel + 1}>${name}</div>
          <ul>
            ${lines.map((line) => this.#line(line))}
          </ul>`,
    );
  }

  #line({ access, domains, from, to }: Line): TemplateResult {
    const arrived = from <= this._arrived && this._arrived <= to;
    return html`<li class="line ${arrived ? 'arrived' : ''}" part="access" tabindex=${arrived ? -1 : nothing}>
      <time class="hour" datetime=${access.at}>${time(access.at)}</time>
      <span class="what"
        >${accessName(access.event, domains)}
        <span class="quiet site">${siteName(access.partner)}</span></span
      >
    </li>`;
  }

  /** One button for both, which keeps the keyboard when asking fails. */
  #more(): TemplateResult {
    const failed = this._olderError !== undefined;
    return html`<div class="more">
      ${
        failed
          ? html`<p>
              ${whyNotOlder(this._olderError)} ${helpLine(knownCatalogue(this.portal, this)?.support)}
            </p>`
          : nothing
      }
      <button
        class="act"
        part="older"
        aria-disabled=${this._askingOlder ? 'true' : 'false'}
        @click=${this.#askOlder}
      >
        ${
          this._askingOlder
            ? msg('Un instant…')
            : failed
              ? msg('Réessayer')
              : msg('Afficher les accès plus anciens')
        }
      </button>
    </div>`;
  }

  #history(id: string | null): TemplateResult | typeof nothing {
    if (id === null || !this.portal) return nothing;
    return html`<p>
      ${msg('FranceConnect tient aussi le compte de vos connexions, sur tous les sites.')}
      ${wayOut(this.portal, { id, host: 'FranceConnect' }, msg('Voir l’historique de vos connexions'))}
    </p>`;
  }

  #failure(error: unknown): TemplateResult {
    const { paragraph } = told(error, msg('Nous n’avons pas pu joindre le portail.'));
    return html`${this.#head(paragraph)}
      <div class="trouble">
        <p>${helpLine(knownCatalogue(this.portal, this)?.support)}</p>
        <button
          class="act"
          part="retry"
          aria-disabled=${this._again ? 'true' : 'false'}
          @click=${() => void this.retry()}
        >
          ${this._again ? msg('Nouvel essai…') : msg('Réessayer')}
        </button>
      </div>`;
  }

  #way(): TemplateResult {
    const say = this.#wasSignedIn
      ? msg('Votre session est terminée. Identifiez-vous à nouveau pour voir vos accès.')
      : msg('Identifiez-vous pour voir qui a consulté vos droits, quand, et depuis quel site.');
    return html`${this.#head(say)} ${wayIn(this, this.portal)}`;
  }
}

const whyNotOlder = (error: unknown) =>
  told(error, msg('Nous n’avons pas pu afficher les accès plus anciens.')).paragraph;

const title = () => msg('Qui a consulté vos droits');

/** The shape of what comes. */
const bones = () =>
  html`<div>
    ${[0, 1, 2, 3].map(() => html`<div class="bone"><span class="bar short"></span><span class="bar"></span></div>`)}
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'mds-access-log': AccessLog;
  }
}
