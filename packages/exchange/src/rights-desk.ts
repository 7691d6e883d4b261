import type { Domain } from '@mds-kit/contract/domains';
import type { DomainRights } from '@mds-kit/contract/rights';
import type { Acquisition } from './acquisition/acquisition.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { monotonic as machine, type Clock, type Monotonic } from './clock.ts';
import { mergeDomain } from './domain-rights.ts';
import type { Person } from './person.ts';
import type { Registries } from './registries/registries.ts';

export type RightsQuestion = {
  domain: Domain;
  person: Person;
  /** The portal's request id, for the journal. */
  correlation: string;
  signal?: AbortSignal | undefined;
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
export function createRightsDesk(options: RightsDeskOptions): RightsDesk {
  const { catalogue, acquisition, registries, clock, monotonic = machine } = options;

  return {
    async rights({ domain, person, correlation, signal }) {
      const startedAt = monotonic();
      const affiliations = await registries.affiliationsOf(person, { correlation });
      const envelopes =
        affiliations.status === 'ok'
          ? await acquisition.ask({
              service: `rights.${domain}`,
              person,
              affiliations: affiliations.affiliations,
              correlation,
              signal,
              startedAt,
            })
          : [];
      return mergeDomain({ domain, catalogue, affiliations, envelopes, now: clock() });
    },
  };
}
