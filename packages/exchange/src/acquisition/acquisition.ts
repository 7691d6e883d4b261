import type { Catalogue, Endpoint, RightsServiceId } from '../catalogue/catalogue.ts';
import { isRights } from '../catalogue/schema.ts';
import { CatalogueError } from '../catalogue/catalogue-error.ts';
import { dayOf, isoOf, monotonic as machine } from '../clock.ts';
import { readSupplied } from '../connectors/additions.ts';
import type { Connector, Resource } from '../connectors/connector.ts';
import type { Affiliation, Person } from '../person.ts';
import { SupplierLines, type LineAnswer, type LineOptions } from '../supplier-line.ts';
import type { Envelope, Supplied } from './envelope.ts';
import { deadlineOf } from './deadline.ts';
import { earlier } from './earlier.ts';
import type { ExchangeMetrics } from './metrics.ts';

export type AcquisitionOptions = LineOptions & {
  catalogue: Catalogue;
  connectors: readonly Connector[];
  /** Where another desk asks the same suppliers: one breaker for each of them, one counter. Its own when not given. */
  lines?: SupplierLines;
};

export type Question = {
  service: RightsServiceId;
  person: Person;
  affiliations: readonly Affiliation[];
  /** The portal's request id, for the journal. */
  correlation: string;
  /** Ends every call under way (the person left); `ask` then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Monotonic ms at which the guaranteed time began, if before now (the registry was asked first). */
  startedAt?: number;
};

export type Acquisition = {
  /** Every supplier's answer, each in its envelope, within the guaranteed time of the service. */
  ask(question: Question): Promise<readonly Envelope[]>;
  metrics(): ExchangeMetrics;
  /** Closes the connections that are kept alive. */
  close(): void;
};

type Ties = readonly [Affiliation, ...Affiliation[]];

/** The person's ties that this service concerns, by supplier: one question to each, whatever it answers for. */
function tiesBySupplier(catalogue: Catalogue, question: Question): Map<string, Ties> {
  const ties = new Map<string, Ties>();
  const domain = catalogue.service(question.service)?.domain;
  for (const tie of question.affiliations) {
    // An organisation that nobody reviewed cannot be named to the person: the merge says that somebody is missing.
    if (!domain || !tie.domains.includes(domain) || !catalogue.organisation(tie.organisation)) continue;
    const known = ties.get(tie.supplier);
    ties.set(tie.supplier, known ? [...known, tie] : [tie]);
  }
  return ties;
}

function assertSpoken(catalogue: Catalogue, connectors: ReadonlyMap<string, Connector>): void {
  const faults = catalogue.memberships
    .filter(({ state, service }) => state === 'active' && isRights(service))
    .filter(
      ({ supplier, service }) =>
        !connectors.get(supplier)?.resources.some((resource) => resource.service === service),
    )
    .map(({ supplier, service, line }) => ({
      line,
      column: 1,
      path: '',
      message: `makes ${supplier} answer ${service}, which no connector can read: write it in connectors/, or set the state to planned`,
    }));
  if (faults.length > 0) throw new CatalogueError(catalogue.file, faults);
}

/** Acquisition in real time (*acquisition*): one request, many suppliers, one guaranteed time. */
class RealTimeAcquisition implements Acquisition {
  readonly #options: AcquisitionOptions;
  readonly #connectors: ReadonlyMap<string, Connector>;
  readonly #lines: SupplierLines;

  constructor(options: AcquisitionOptions) {
    this.#options = options;
    this.#connectors = new Map(options.connectors.map((connector) => [connector.supplier, connector]));
    assertSpoken(options.catalogue, this.#connectors);
    this.#lines = options.lines ?? new SupplierLines(options);
  }

  async ask(question: Question): Promise<readonly Envelope[]> {
    const service = this.#options.catalogue.service(question.service);
    if (!service) throw new RangeError(`No service '${question.service}' in the catalogue`);
    const monotonic = this.#options.monotonic ?? machine;
    const startedAt = question.startedAt ?? monotonic();
    const leftMs = deadlineOf(service.guaranteedMs) - (monotonic() - startedAt);
    const asked: Promise<Envelope>[] = [];
    for (const [supplier, ties] of tiesBySupplier(this.#options.catalogue, question))
      asked.push(...this.#askSupplier(supplier, ties, question, leftMs));
    return Promise.all(asked);
  }

  metrics(): ExchangeMetrics {
    return this.#lines.metrics();
  }

  close(): void {
    this.#lines.close();
  }

  #askSupplier(
    supplier: string,
    affiliations: Ties,
    question: Question,
    leftMs: number,
  ): Promise<Envelope>[] {
    const now = this.#options.clock();
    const membership = this.#options.catalogue.membership(supplier, question.service);
    if (membership?.state === 'suspended') {
      const { service, correlation } = question;
      const refused = this.#lines.refuse(
        supplier,
        { mode: 'acquisition', service, correlation },
        'suspended',
      );
      return [Promise.resolve({ supplier, affiliations, asOf: isoOf(now), ...refused })];
    }
    const endpoint = membership?.endpoint;
    if (!endpoint || membership.since === null || membership.since > dayOf(now))
      return [Promise.resolve({ supplier, affiliations, asOf: isoOf(now), status: 'not-covered' })];
    const timeoutMs = Math.min(membership.timeoutMs, leftMs);
    // A slow registry takes from what a supplier is promised: with less than half of it, silence proves nothing.
    const shortened = timeoutMs < membership.timeoutMs / 2;
    const resources = this.#connectors.get(supplier)?.resources ?? [];
    return resources
      .filter(({ service }) => service === question.service)
      .map((resource) =>
        this.#askResource(supplier, affiliations, { question, resource, endpoint, timeoutMs, shortened }),
      );
  }

  async #askResource(
    supplier: string,
    affiliations: Ties,
    call: {
      question: Question;
      resource: Resource;
      endpoint: Endpoint;
      timeoutMs: number;
      shortened: boolean;
    },
  ): Promise<Envelope> {
    const { question, resource, endpoint, timeoutMs, shortened } = call;
    const { clock, catalogue } = this.#options;
    const answer: LineAnswer<Supplied> = await this.#lines.ask<Supplied>(supplier, {
      mode: 'acquisition',
      service: question.service,
      resource: resource.path,
      url: `${endpoint.url}${resource.path}?recipient=${catalogue.recipient}`,
      key: endpoint.key,
      person: question.person,
      timeoutMs,
      shortened,
      correlation: question.correlation,
      signal: question.signal,
      read: (data) => readSupplied(resource, data, { today: dayOf(clock()) }),
      isEmpty: (supplied) => supplied.rights.length === 0,
    });
    const now = clock();
    if (answer.status !== 'ok' && answer.status !== 'empty')
      return { supplier, affiliations, asOf: isoOf(now), ...answer };
    return {
      supplier,
      affiliations,
      asOf: earlier(answer.value?.asOf ?? null, now),
      status: answer.status,
      supplied: answer.value,
    };
  }
}

/** @throws {CatalogueError} when an active membership has no connector to speak for it */
export function createAcquisition(options: AcquisitionOptions): Acquisition {
  return new RealTimeAcquisition(options);
}
