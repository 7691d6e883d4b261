import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { Domain } from '@mds-kit/contract/domains';
import type { DomainRights } from '@mds-kit/contract/rights';
import type { Session, SignedOut, SignInStart } from '@mds-kit/contract/session';
import type { Operation } from './operation.ts';

export interface CallOptions {
  /** Gives up on this call; other callers waiting for the same resource keep waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Asks again instead of sharing or reusing an earlier answer ("réessayer"). */
  readonly fresh?: boolean | undefined;
}

/**
 * What a page can ask of the portal: one method per operation. Every answer is checked against the contract;
 * every failure is a `PortalError` with a stable code and its cause. Callers of one resource share one request
 * and its answer: it is not theirs to change.
 */
export interface PortalClient {
  /** Whose session this is, if any. */
  session(options?: CallOptions): Promise<Session>;
  /** Where the whole page goes to sign in; sets the verifier cookie that the way back is bound to. */
  startSignIn(returnId?: string, options?: CallOptions): Promise<SignInStart>;
  /** Ends the session here; `signOutUrl` is where the whole page then goes to end FranceConnect's too. */
  signOut(options?: CallOptions): Promise<SignedOut>;
  /** The rights of one domain, asked live. */
  rights(domain: Domain, options?: CallOptions): Promise<DomainRights>;
  /** What the portal offers to everybody, and whom to call. */
  catalogue(options?: CallOptions): Promise<Catalogue>;
  /**
   * An operation that few pages use, such as `accesses` of operations/accesses.ts: they bring it along, and no other
   * page downloads it. Each call asks anew.
   */
  ask<Answer>(operation: Operation<Answer>, argument?: string, options?: CallOptions): Promise<Answer>;
  /** The address that leads to a link of the catalogue, by id; nothing is asked. */
  reboundUrl(linkId: string): string;
  /** Told when somebody signed in or out, here or in another frame or tab of the same site. Returns the way to stop. */
  onSessionChange(listener: () => void): () => void;
}

/** A client that speaks HTTP to the portal itself, hence holds the cookie's side of the session. */
export interface DirectPortalClient extends PortalClient {
  /**
   * Changes a code that works once for a session (`POST /v1/session`), by `redeemHandover` or `redeemTicket` of
   * operations/redeem.ts; never tried twice.
   */
  redeem(operation: Operation<Session>, code: string, options?: CallOptions): Promise<Session>;
}

/** A client that asks another document of ours over a port; what is asked before the port is there waits for it. */
export interface ChannelPortalClient extends PortalClient {
  /** Goes on over another port, when the other side was replaced: what is waiting is asked again there. */
  attach(port: MessagePort): void;
}

/** What both kinds of client need to know. */
export interface ClientOptions {
  /** Origin that answers `/v1`, such as `https://widgets.example`. */
  readonly baseUrl: string;
  /** Origin of the portal's own pages, where rebounds leave from; `baseUrl` by default. */
  readonly portalUrl?: string | undefined;
  /** Milliseconds that a call may take in all, retries included. */
  readonly timeoutMs?: number | undefined;
  /**
   * Milliseconds during which an answer is handed to the next caller too. 0 by default: only callers that wait at
   * the same time share. Answers are kept in memory alone and forgotten when the session changes.
   */
  readonly keepMs?: number | undefined;
}

export interface DirectClientOptions extends ClientOptions {
  /** The partner in whose name we ask; `portail` on the portal's own pages. */
  readonly partner: string;
  /** BCP 47 tag of the language in which problems are worded; a function where it may change. */
  readonly lang?: string | (() => string) | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** How often a reading call is tried again, 2 at most. */
  readonly retry?: number | undefined;
}

export interface ChannelClientOptions extends ClientOptions {
  readonly channel?: MessagePort | undefined;
}
