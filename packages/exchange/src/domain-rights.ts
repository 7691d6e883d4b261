import type { Domain } from '@mds-kit/contract/domains';
import type { DomainRights } from '@mds-kit/contract/rights';
import type { Acquisition } from './acquisition/acquisition.ts';
import type { Envelope } from './acquisition/envelope.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { Clock, Monotonic } from './clock.ts';
import type { Affiliation, Person } from './person.ts';
import type { AffiliationAnswer, Registries } from './registries/registries.ts';

export type RightsQuestion = {
  domain: Domain;
  person: Person;
  correlation: string;
  signal?: AbortSignal;
  /** Known already in this session; without it the registry is asked, inside the guaranteed time. */
  affiliations?: readonly Affiliation[];
};

export type RightsDesk = {
  /** What one domain holds for a person now: registry, suppliers and catalogue merged. Rejects only on abort. */
  rights(question: RightsQuestion): Promise<DomainRights>;
};

export type RightsDeskOptions = {
  catalogue: Catalogue;
  acquisition: Acquisition;
  registries: Pick<Registries, 'affiliationsOf'>;
  clock: Clock;
  monotonic?: Monotonic;
};

/** For the portal's `/v1/rights/{domain}`. */
export function createRightsDesk(_options: RightsDeskOptions): RightsDesk {
  throw new Error('not written yet');
}

/** Pure: merges what came back into the contract's answer. */
export function mergeDomain(_parts: {
  domain: Domain;
  catalogue: Catalogue;
  affiliations: AffiliationAnswer;
  envelopes: readonly Envelope[];
  now: Date;
}): DomainRights {
  throw new Error('not written yet');
}
