import { ContextEvent } from '@lit/context';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { LitElement } from 'lit';
import { property } from './decorators.ts';
import { MdsSessionChangeEvent } from './events.ts';
import { LocaleController } from './locale/locale.ts';
import { awaitPortal, portalContext } from './portal-context.ts';
import { VERSION } from './version.ts';

/**
 * What all elements of the kit have in common: the portal they ask, the language of the document, the theme.
 *
 * @cssproperty [--mds-font=inherit] - Font family; by default that of the page
 * @cssproperty [--mds-text=#1b1f24] - Text
 * @cssproperty [--mds-text-quiet=#57606a] - Text of lesser weight: sources, dates
 * @cssproperty [--mds-surface=#ffffff] - Ground of cards and panels
 * @cssproperty [--mds-surface-raised=#f6f7f9] - Ground of what stands out from a card
 * @cssproperty [--mds-line=#d5dae0] - Borders
 * @cssproperty [--mds-accent=#2346a0] - Links, buttons, what is chosen
 * @cssproperty [--mds-accent-soft=#e9eefb] - Ground behind the accent
 * @cssproperty [--mds-on-accent=#ffffff] - Text on the accent
 * @cssproperty [--mds-good=#18753c] - Fine
 * @cssproperty [--mds-good-soft=#e3f4e8] - Ground behind "fine"
 * @cssproperty [--mds-wait=#7a4b00] - Waiting: to do, not answering
 * @cssproperty [--mds-wait-soft=#fdf1dd] - Ground behind "waiting"
 * @cssproperty [--mds-bad=#b3261e] - Wrong
 * @cssproperty [--mds-bad-soft=#fbeae9] - Ground behind "wrong"
 * @cssproperty [--mds-chart-1=#2346a0] - Bars of the first employer, and of every third one after it
 * @cssproperty [--mds-chart-2=#0e8a7b] - Bars of the second
 * @cssproperty [--mds-chart-3=#b5651d] - Bars of the third
 * @cssproperty [--mds-focus=#0a76f6] - Outline of what has the keyboard
 * @cssproperty [--mds-radius=10px] - Corners of cards
 * @cssproperty [--mds-gap=16px] - Space between cards
 */
export abstract class MdsElement extends LitElement {
  /** The version of the kit, for the warning about second copies. */
  static readonly version: string = VERSION;

  /** Light or dark whatever the reader's system says; without it, as the system says. */
  @property({ reflect: true, useDefault: true }) theme: 'light' | 'dark' | null = null;

  /**
   * Set inside isolated frames: every block keeps a height that depends on its width and on open or closed
   * alone, so that the height of the frame tells the page around it nothing about the person.
   */
  @property({ type: Boolean, reflect: true, useDefault: true }) contained = false;

  /** The portal to ask, where it is not the one provided to the whole document. */
  @property({ attribute: false }) client: PortalClient | null = null;

  #provided: PortalClient | undefined;
  #leave: (() => void) | undefined;

  /** From now on of this provider: a former one is left. All that is needed of @lit/context's consumer. */
  readonly #receive = (portal: PortalClient | undefined, leave?: () => void): void => {
    if (leave !== this.#leave) this.#leave?.();
    this.#leave = leave;
    this.#provided = portal;
    this.requestUpdate();
  };

  constructor() {
    super();
    new LocaleController(this);
  }

  #watched: PortalClient | undefined;
  #unwatch: (() => void) | undefined;
  #signedIn: boolean | undefined;

  override connectedCallback(): void {
    awaitPortal();
    super.connectedCallback();
    this.dispatchEvent(new ContextEvent(portalContext, this, this.#receive, true));
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(undefined);
    this.#leave?.();
    this.#leave = undefined;
  }

  protected override willUpdate(): void {
    if (this.isConnected) this.#watch(this.portal);
  }

  #watch(portal: PortalClient | undefined): void {
    if (portal === this.#watched) return;
    this.#unwatch?.();
    this.#watched = portal;
    this.#unwatch = portal?.onSessionChange(() => this.sessionChanged());
  }

  /** Somebody signed in or out: what is on screen may be another person's, and is asked again. */
  protected abstract sessionChanged(): void;

  /** Tells people who listen, once: not a matter of drawing the element again. */
  protected announce(text: string): void {
    const status = this.renderRoot.querySelector('[role=status]');
    if (status) status.textContent = text;
  }

  /** To be called with every session that is read; tells the page when it is no longer what it was. */
  protected noteSession(signedIn: boolean): void {
    if (this.#signedIn !== undefined && this.#signedIn !== signedIn)
      this.dispatchEvent(new MdsSessionChangeEvent(signedIn));
    this.#signedIn = signedIn;
  }

  /** The portal that this element asks; undefined while none is provided. */
  protected get portal(): PortalClient | undefined {
    return this.client ?? this.#provided;
  }
}
