/**
 * What elements tell the page that holds them. Nothing here says anything about the person: not an amount, not
 * how many rights, not why a panel is empty. All bubble out of shadow roots, none can be cancelled.
 */
const OUTWARD = { bubbles: true, composed: true } as const;

/** The person opened or closed a bubble. Not sent when the page itself sets `open`. */
export class MdsToggleEvent extends Event {
  readonly open: boolean;

  constructor(open: boolean) {
    super('mds-toggle', OUTWARD);
    this.open = open;
  }
}

/** The person signed in or out, here or in another frame or tab of the same site. */
export class MdsSessionChangeEvent extends Event {
  readonly signedIn: boolean;

  constructor(signedIn: boolean) {
    super('mds-session-change', OUTWARD);
    this.signedIn = signedIn;
  }
}

/** Something could not be loaded; `code` is a problem code of the contract, `network`, `timeout` or `cookies`. */
export class MdsErrorEvent extends Event {
  readonly code: string;

  constructor(code: string) {
    super('mds-error', OUTWARD);
    this.code = code;
  }
}

/** What was asked for is on screen, or the words that say why it is not. */
export class MdsReadyEvent extends Event {
  constructor() {
    super('mds-ready', OUTWARD);
  }
}

declare global {
  interface HTMLElementEventMap {
    'mds-toggle': MdsToggleEvent;
    'mds-session-change': MdsSessionChangeEvent;
    'mds-error': MdsErrorEvent;
    'mds-ready': MdsReadyEvent;
  }
}
