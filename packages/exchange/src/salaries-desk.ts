import type { Salaries } from '@mds-kit/contract/salaries';
import { deadlineOf } from './acquisition/deadline.ts';
import { earlier } from './acquisition/earlier.ts';
import type { ExchangeMetrics } from './acquisition/metrics.ts';
import type { Catalogue, Service } from './catalogue/catalogue.ts';
import { CatalogueError } from './catalogue/catalogue-error.ts';
import { SALARIES } from './catalogue/schema.ts';
import { dayOf, isoOf } from './clock.ts';
import { DRM, DRM_LIMIT_BYTES, readSalaries } from './connectors/drm.ts';
import type { Person } from './person.ts';
import { SupplierLines, type LineAnswer, type LineOptions } from './supplier-line.ts';

export type SalariesQuestion = {
  person: Person;
  /** 1 to 36. */
  months: number;
  /** The portal's request id, for the journal. */
  correlation: string;
  signal?: AbortSignal | undefined;
};

export type SalariesDesk = {
  /** What employers declared of a person; when the scheme does not answer, that. Rejects only on abort. */
  salaries(question: SalariesQuestion): Promise<Salaries>;
  metrics(): ExchangeMetrics;
  /** Closes the connections that are kept alive. */
  close(): void;
};

export type SalariesDeskOptions = LineOptions & { catalogue: Catalogue };

/** @throws {CatalogueError} when somebody else is to answer for salaries, whom no connector can read */
function assertSpoken({ memberships, file }: Catalogue): void {
  const faults = memberships
    .filter(({ service, state, supplier }) => {
      return service === SALARIES && state === 'active' && supplier !== DRM.supplier;
    })
    .map(({ supplier, line }) => ({
      line,
      column: 1,
      path: '',
      message: `makes ${supplier} answer ${SALARIES}, which only ${DRM.supplier} does: take it out, or set the state to planned`,
    }));
  if (faults.length > 0) throw new CatalogueError(file, faults);
}

/** For the portal's `/v1/salaries`: one request to the one scheme, within the guaranteed time of the service. */
class RealTimeSalaries implements SalariesDesk {
  readonly #options: SalariesDeskOptions;
  readonly #service: Service;
  readonly #lines: SupplierLines;

  constructor(options: SalariesDeskOptions) {
    assertSpoken(options.catalogue);
    const service = options.catalogue.service(SALARIES);
    if (!service) throw new RangeError(`No service '${SALARIES}' in the catalogue`);
    this.#options = options;
    this.#service = service;
    this.#lines = new SupplierLines(options);
  }

  async salaries(question: SalariesQuestion): Promise<Salaries> {
    const answer = await this.#ask(question);
    const now = this.#options.clock();
    if (answer.status === 'ok') return this.#told({ ...answer.value, asOf: earlier(answer.value.asOf, now) });
    // Whatever the scheme does not transmit, nobody can say that nothing was declared.
    const why = answer.status === 'not-covered' ? 'unavailable' : answer.status;
    return this.#told({
      asOf: isoOf(now),
      declaredUpTo: null,
      months: [],
      pending: [],
      employers: [],
      incomes: [],
      missing: why === 'empty' ? [] : [{ organisation: null, why }],
    });
  }

  metrics(): ExchangeMetrics {
    return this.#lines.metrics();
  }

  close(): void {
    this.#lines.close();
  }

  #ask({
    person,
    months,
    correlation,
    signal,
  }: SalariesQuestion): Promise<LineAnswer<Salaries>> | LineAnswer<Salaries> {
    const { catalogue, clock } = this.#options;
    const membership = catalogue.membership(DRM.supplier, SALARIES);
    const call = { mode: 'acquisition', service: SALARIES, correlation } as const;
    if (membership?.state === 'suspended') return this.#lines.refuse(DRM.supplier, call, 'suspended');
    const endpoint = membership?.endpoint;
    if (!endpoint || membership.since === null || membership.since > dayOf(clock()))
      return { status: 'not-covered' };
    return this.#lines.ask(DRM.supplier, {
      ...call,
      resource: DRM.path,
      url: `${endpoint.url}${DRM.path}?recipient=${catalogue.recipient}&months=${String(months)}`,
      key: endpoint.key,
      person,
      timeoutMs: Math.min(membership.timeoutMs, deadlineOf(this.#service.guaranteedMs)),
      signal,
      limitBytes: DRM_LIMIT_BYTES,
      read: (data) => readSalaries(data, months),
    });
  }

  /** Whom to ask, the catalogue knows; and what is to be called what, this program. */
  #told(known: Omit<Salaries, 'situation' | 'organisations'>): Salaries {
    const { catalogue } = this.#options;
    const paid = known.incomes.map(({ payer }) => payer);
    const silent = known.missing.map(({ organisation }) => organisation);
    const named = new Set<string | null>([...this.#service.organisations, ...paid, ...silent]);
    return {
      ...known,
      situation: situationOf(known),
      organisations: catalogue.organisations.filter(({ id }) => named.has(id)),
    };
  }
}

/** What is known outweighs a silence, a silence an emptiness. */
function situationOf({ employers, missing }: Pick<Salaries, 'employers' | 'missing'>): Salaries['situation'] {
  const somebody = employers.some(({ contracts, shared }) => contracts.length + shared.length > 0);
  if (somebody) return 'salaries';
  return missing.length > 0 ? 'not-answering' : 'nothing-declared';
}

export function createSalariesDesk(options: SalariesDeskOptions): SalariesDesk {
  return new RealTimeSalaries(options);
}
