import type { Assertions } from '../assertions.ts';
import type { Catalogue, ServiceId } from '../catalogue/catalogue.ts';
import type { Clock, Monotonic } from '../clock.ts';
import type { Connector } from '../connectors/connector.ts';
import type { Journal } from '../journal.ts';
import type { Affiliation, Person } from '../person.ts';
import type { Transport } from '../supplier-call.ts';
import type { Envelope } from './envelope.ts';
import type { ExchangeMetrics } from './metrics.ts';

export type AcquisitionOptions = {
  catalogue: Catalogue;
  connectors: readonly Connector[];
  assertions: Assertions;
  clock: Clock;
  journal: Journal;
  monotonic?: Monotonic;
  transport?: Transport;
};

export type Question = {
  service: ServiceId;
  person: Person;
  affiliations: readonly Affiliation[];
  /** The portal's request id, for the journal. */
  correlation: string;
  /** Ends every call under way (the person left); `ask` then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Monotonic ms at which the guaranteed time began, if before now (the registry was asked first). */
  startedAt?: number;
};

export type Acquisition = {
  ask(question: Question): Promise<readonly Envelope[]>;
  metrics(): ExchangeMetrics;
  /** Closes the connections that are kept alive. */
  close(): void;
};

/** @throws {CatalogueError} when an active membership has no connector to speak for it */
export function createAcquisition(_options: AcquisitionOptions): Acquisition {
  throw new Error('not written yet');
}
