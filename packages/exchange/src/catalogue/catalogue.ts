import type { Domain } from '@mds-kit/contract/domains';
import type { Catalogue as PublicCatalogue, Support } from '@mds-kit/contract/catalogue';
import type { Link, Organisation } from '@mds-kit/contract/organisations';
import type { ProcedureId } from '@mds-kit/contract/procedures';
import type { Secret } from './secret.ts';

/** `rights.health` … : one service per domain, of as many suppliers as manage the person there. */
export type RightsServiceId = `rights.${Domain}`;

/**
 * `salaries`: what employers declared of a person, of the one scheme that holds it (*ressources mensuelles*).
 * `household`: who lives with a person, of the family branch (*quotient familial*); a portal may do without.
 */
export type ServiceId = RightsServiceId | 'salaries' | 'household';

export type MembershipState = 'proposed' | 'active' | 'suspended' | 'planned';

export type Service = {
  id: ServiceId;
  mode: 'acquisition';
  /** Of a service of rights. */
  domain: Domain | null;
  /** An answer is out by then, even if a supplier never answers. */
  guaranteedMs: number;
  /** Whom to ask about what salaries say, ids; for all else the registry of affiliations tells. */
  organisations: readonly string[];
};

/** Which partner has joined which service, by which agreement (*convention*). */
export type Membership = {
  supplier: string;
  service: ServiceId;
  state: MembershipState;
  approvedBy: string | null;
  /** `YYYY-MM-DD` */
  since: string | null;
  timeoutMs: number;
  /** Base address of the supplier's API, and the key it knows us by; null unless data may flow (`active`). */
  endpoint: Endpoint | null;
  /** Line of the catalogue file, for messages of those who start the program. */
  line: number;
};

export type Endpoint = { url: string; key: Secret };

export type Registry = Endpoint & { timeoutMs: number };

/** A way out whose address is pinned: nothing of a request is ever part of it. */
export type PinnedLink = Link & { url: string };

export type StaticProcedure = { id: ProcedureId; link: Link };

/** The reviewed agreements and addresses, checked and frozen: nothing flows that it does not name. */
export type Catalogue = {
  /** Name of the file it was read from, for messages. */
  readonly file: string;
  /** SIRET of the portal, the `recipient` of every call. */
  readonly recipient: string;
  readonly services: readonly Service[];
  readonly memberships: readonly Membership[];
  readonly organisations: readonly Organisation[];
  readonly registries: { readonly nir: Registry; readonly affiliations: Registry };
  service(id: ServiceId): Service | undefined;
  membership(supplier: string, service: ServiceId): Membership | undefined;
  organisation(id: string): Organisation | undefined;
  /** For `/rebound/{linkId}`: the pinned address, or undefined for an id that nobody reviewed. */
  link(id: string): PinnedLink | undefined;
  procedures(service: ServiceId, supplier: string): readonly StaticProcedure[];
  /** The contract's `/v1/catalogue`; the support desk is the portal's own configuration. */
  published(support: Omit<Support, 'counters'>): PublicCatalogue;
};
