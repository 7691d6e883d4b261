import type { MissingReason } from '@mds-kit/contract/rights';
import type { ExchangeMetrics } from '../acquisition/metrics.ts';
import type { Assertions } from '../assertions.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Clock, Monotonic } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Affiliation, Person } from '../person.ts';
import type { Transport } from '../supplier-call.ts';

export type RegistryOptions = {
  catalogue: Catalogue;
  assertions: Assertions;
  clock: Clock;
  journal: Journal;
  monotonic?: Monotonic;
  transport?: Transport;
};

export type RegistryCall = { correlation: string; signal?: AbortSignal };

/** `unavailable` is not a refusal: the person is asked to try again later, never told that the NIR is wrong. */
export type Certification = 'certified' | 'refused' | 'unavailable';

export type AffiliationAnswer =
  { status: 'ok'; affiliations: readonly Affiliation[] } | { status: MissingReason };

export type Registries = {
  /** SNGI-like: does this NIR belong to this full identity? */
  certifyNir(person: Person, call: RegistryCall): Promise<Certification>;
  /** RNCPS-like: who manages this person? */
  affiliationsOf(person: Person, call: RegistryCall): Promise<AffiliationAnswer>;
  metrics(): ExchangeMetrics;
  close(): void;
};

export function createRegistries(_options: RegistryOptions): Registries {
  throw new Error('not written yet');
}
