import { accesses } from '@mds-kit/client/operations/accesses';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Access, Accesses } from '@mds-kit/contract/accesses';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AnswerElement } from '../answer-element/answer-element.ts';
import { state } from '../decorators.ts';
import { MdsErrorEvent } from '../events.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { time } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { accessName, siteName } from '../locale/words/accesses.ts';
import { codeOf, told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { phoneLink, wayOut } from '../parts/ways.ts';
import { styles } from './access-log.styles.ts';
import { daysOf } from './days.ts';
import type { Line } from './days.ts';

/**
 * Who saw the person's rights, when and through which site (*journal des accès*): by day, the latest first, older ones a
 * page at a time.
 *
 * @csspart day - The name of a day
 * @csspart access - One access
 * @csspart older - The button that shows older accesses, or tries to again
 */
export class AccessLog extends AnswerElement<Accesses> {
  static override styles = [AnswerElement.styles, waysStyles, styles];

  /** All that was shown so far. */
  @state() private _entries: readonly Access[] = [];
  @state() private _next: string | null = null;
  /** How asking for older ones went wrong. */
  @state() private _olderError: unknown;
  @state() private _askingOlder = false;
  /** Position of the first entry that the person asked for last; it takes the keyboard. */
  @state() private _arrived = -1;

  #older = new AbortController();

  protected override get sentences() {
    return {
      title: msg('Qui a consulté vos droits'),
      signIn: msg('Identifiez-vous pour voir qui a consulté vos droits, quand, et depuis quel site.'),
      ended: msg('Votre session est terminée. Identifiez-vous à nouveau pour voir vos accès.'),
    };
  }

  protected override ask(portal: PortalClient, signal: AbortSignal): Promise<Accesses> {
    return portal.ask(accesses, '', { signal });
  }

  /** Begins anew with this page, or with nothing: what is under way for older ones is given up. */
  protected override arrived(latest: Accesses | undefined): void {
    this.#older.abort();
    this._entries = latest?.entries ?? [];
    this._next = latest?.next ?? null;
    this._olderError = undefined;
    this._askingOlder = false;
    this._arrived = -1;
  }

  get #support() {
    return knownCatalogue(this.portal, this)?.support;
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

  protected override summary({ keptMonths }: Accesses): string {
    return msg(
      str`Chaque connexion et chaque affichage de vos droits sont notés ici, puis effacés au bout de ${keptMonths}\u00a0mois.`,
    );
  }

  protected override content({ historyLinkId }: Accesses): TemplateResult {
    const phone = phoneLink(this.#support?.phone ?? '39 39');
    return html`${this.#days()} ${this._next === null ? nothing : this.#more()}
      <div class="foot">
        <p>${msg(html`Vous ne reconnaissez pas un accès&nbsp;? Appelez le ${phone}.`)}</p>
        ${this.#history(historyLinkId)}
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
      ${failed ? html`<p>${whyNotOlder(this._olderError)} ${helpLine(this.#support)}</p>` : nothing}
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
      ${msg('FranceConnect garde aussi l’historique de vos connexions, sur tous les sites.')}
      ${wayOut(this.portal, { id, host: 'FranceConnect' }, msg('Voir l’historique de vos connexions'))}
    </p>`;
  }

  protected override bones(): TemplateResult {
    return html`<div>
      ${[0, 1, 2, 3].map(() => html`<div class="bone"><span class="bar short"></span><span class="bar"></span></div>`)}
    </div>`;
  }
}

const whyNotOlder = (error: unknown) =>
  told(error, msg('Nous n’avons pas pu afficher les accès plus anciens.')).paragraph;

declare global {
  interface HTMLElementTagNameMap {
    'mds-access-log': AccessLog;
  }
}
