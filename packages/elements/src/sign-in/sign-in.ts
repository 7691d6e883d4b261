import { TaskStatus } from '@lit/task';
import { msg } from '../locale/msg.ts';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from '../decorators.ts';
import { MdsErrorEvent, MdsReadyEvent } from '../events.ts';
import { wordsLocale, wordsReady } from '../locale/locale.ts';
import { knownCatalogue } from '../known-catalogue.ts';
import { MdsElement } from '../mds-element.ts';
import { codeOf, told } from '../parts/failures.ts';
import type { Told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { whose } from '../parts/whose.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { Question } from '../question.ts';
import { SignOut } from '../session.ts';
import type { SignedIn } from '../session.ts';
import { base } from '../theme/base.styles.ts';
import { tokens } from '../theme/tokens.ts';
import { franceConnect, franceConnectStyles } from './france-connect.ts';
import { styles } from './sign-in.styles.ts';

/** What signing in is at this moment: done, possible, or impossible in this browser's frame. */
type Start = { readonly session: SignedIn } | { readonly startUrl: string; readonly cookies: boolean };

/** Asks where to sign in, then whether the cookie that the way back is bound to was kept. */
async function start(portal: PortalClient, signal: AbortSignal): Promise<Start> {
  const session = await portal.session({ signal });
  if (session.status === 'signed-in') return { session };
  const { startUrl } = await portal.startSignIn(undefined, { signal });
  const after = await portal.session({ signal, fresh: true });
  return { startUrl, cookies: after.status === 'signed-in' || after.cookies };
}

/**
 * The way in: FranceConnect's button, for the whole page.
 *
 * @slot - What the page shows before and without the script: a text and a link to the portal
 * @csspart france-connect - FranceConnect's button; its colours and its size may not be changed
 * @csspart link - A link that leaves the page
 * @csspart retry - The button that asks again
 * @csspart whose - Whose data this is
 * @csspart sign-out - The button that signs out
 * @fires {MdsReadyEvent} mds-ready - The button, or why there is none, is on screen
 * @fires {MdsErrorEvent} mds-error - The portal could not be reached, or the browser refuses its cookie (`cookies`)
 * @fires {MdsSessionChangeEvent} mds-session-change - The person signed in or out
 */
export class SignIn extends MdsElement {
  static override styles = [tokens, base, waysStyles, franceConnectStyles, styles];

  /** The level of the title. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /**
   * Set inside a bubble or the overview, which say the rest themselves.
   * @internal
   */
  @property({ type: Boolean, reflect: true }) nested = false;

  readonly #start = new Question(this, {
    args: () => [this.portal] as const,
    task: ([portal], signal) => portal && start(portal, signal),
    onComplete: (value) => this.#settle(value),
    onError: () => this.#settle(undefined),
  });

  readonly #signOut = new SignOut(this, () => this.portal);

  protected override sessionChanged(): void {
    void this.#start.run();
  }

  /** Asks again for the way in. */
  async retry(): Promise<void> {
    await this.#start.run();
  }

  #settle(value: Start | undefined): void {
    if (!this.isConnected) return;
    void this.updateComplete.then(() => {
      const { error } = this.#start;
      if (value && !this.nested) this.noteSession('session' in value);
      if (!value) this.dispatchEvent(new MdsErrorEvent(codeOf(error)));
      else if ('cookies' in value && !value.cookies) this.dispatchEvent(new MdsErrorEvent('cookies'));
      this.dispatchEvent(new MdsReadyEvent());
      this.announce(value ? '' : this.#told().paragraph);
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${wordsLocale()} dir="ltr">
      <div class="block ${this.nested ? '' : 'card'}">${wordsReady() ? this.#content() : bone()}</div>
      <div class="hidden" role="status"></div>
    </div>`;
  }

  #content(): TemplateResult {
    const { status, value } = this.#start;
    if (status === TaskStatus.ERROR) return this.#failure();
    return status === TaskStatus.COMPLETE && value
      ? this.#way(value)
      : html`${this.#introduction()} ${bone()}`;
  }

  /** What stands above the way in; a bubble and the overview say it themselves. */
  #introduction(
    words = msg('Identifiez-vous pour voir ce que vos organismes savent de vos droits.'),
    title = msg('Vos droits sociaux au même endroit'),
  ) {
    if (this.nested) return nothing;
    return html`<div class="title" role="heading" aria-level=${this.headingLevel}>${title}</div>
      <p class="say">${words}</p>`;
  }

  #way(value: Start): TemplateResult {
    if ('session' in value)
      return html`${this.#introduction(msg('Votre session est ouverte.'))}
      ${whose(value.session, this.#signOut)}`;
    if (value.cookies) return html`${this.#introduction()} ${franceConnect(value.startUrl)}`;
    return html`${this.#trouble({ what: msg('Votre navigateur bloque la connexion depuis cette page.') })}
      <a class="act" part="link" href=${new URL('/', value.startUrl).href} target="_top"
        >${msg('Se connecter sur le portail')}</a
      >`;
  }

  #failure(): TemplateResult {
    return html`${this.#trouble(this.#told())}
      <button class="act" part="retry" @click=${() => void this.retry()}>${msg('Réessayer')}</button>`;
  }

  #told(): Told {
    return told(this.#start.error, msg('Nous n’avons pas pu préparer la connexion.'));
  }

  #trouble({ title, what }: Pick<Told, 'title' | 'what'>): TemplateResult {
    const help = helpLine(knownCatalogue(this.portal, this)?.support);
    if (this.nested) return html`<p class="quiet">${title ? `${title}.` : what} ${help}</p>`;
    return html`${this.#introduction(what, title)}
      <p>${help}</p>`;
  }
}

/** Keeps the place of FranceConnect's button. */
const bone = () => html`<div class="bone"></div>`;

declare global {
  interface HTMLElementTagNameMap {
    'mds-sign-in': SignIn;
  }
}
