import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { Domain } from '@mds-kit/contract/domains';
import type { DomainRights } from '@mds-kit/contract/rights';
import type { Session, SignedOut, SignInStart } from '@mds-kit/contract/session';

export interface CallOptions {
  /** Gives up on this call; other callers waiting for the same resource keep waiting. */
  readonly signal?: AbortSignal;
  /** Asks again instead of sharing or reusing an earlier answer ("réessayer"). */
  readonly fresh?: boolean;
}

/**
 * What a page can ask of the portal: one method per operation. Every answer is checked against the contract;
 * every failure is a `PortalError` with a stable code and its cause.
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
  /** The address that leads to a link of the catalogue, by id; nothing is asked. */
  reboundUrl(linkId: string): string;
  /** Told when somebody signed in or out, here or in another frame or tab of the same site. Returns the way to stop. */
  onSessionChange(listener: () => void): () => void;
}
