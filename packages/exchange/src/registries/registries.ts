import type { Domain } from '@mds-kit/contract/domains';
import type { MissingReason } from '@mds-kit/contract/rights';
import { z } from 'zod';
import type { ExchangeMetrics } from '../acquisition/metrics.ts';
import type { Catalogue, Registry } from '../catalogue/catalogue.ts';
import { Regime } from '../connectors/additions.ts';
import type { Affiliation, Person } from '../person.ts';
import { SupplierLines, type LineAnswer, type LineOptions } from '../supplier-line.ts';

export type RegistryOptions = LineOptions & { catalogue: Catalogue };

export type RegistryCall = { correlation: string; signal?: AbortSignal | undefined };

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

const Certificate = z.object({ certifie: z.boolean() });

const DOMAIN = {
  sante: 'health',
  famille: 'family',
  logement: 'housing',
  solidarite: 'solidarity',
  retraite: 'retirement',
  emploi: 'employment',
} as const satisfies Record<string, Domain>;

const Name = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/);

/** Read whole or not at all: a tie that cannot be read and is left out would read as "no right". */
const Ties = z.object({
  affiliations: z
    .array(
      z
        .object({
          organisme: Name,
          fournisseur: Name,
          regime: Regime,
          domaines: z
            .array(z.enum(['sante', 'famille', 'logement', 'solidarite', 'retraite', 'emploi']))
            .max(6),
        })
        .transform(({ organisme, fournisseur, regime, domaines }): Affiliation => ({
          organisation: organisme,
          supplier: fournisseur,
          scheme: regime,
          domains: domaines.map((domaine) => DOMAIN[domaine]),
        })),
    )
    .max(50),
});

/** The two national registries, each with its own timeout and breaker. */
export function createRegistries(options: RegistryOptions): Registries {
  const { catalogue } = options;
  const lines = new SupplierLines(options);

  function ask<T>(
    id: 'sngi' | 'affiliations',
    registry: Registry,
    person: Person,
    call: RegistryCall,
    read: (data: unknown) => T,
  ): Promise<LineAnswer<T>> {
    const { pathname } = new URL(registry.url);
    return lines.ask<T>(id, {
      mode: 'registry',
      service: id,
      resource: pathname,
      url: `${registry.url}?recipient=${catalogue.recipient}`,
      key: registry.key,
      person,
      timeoutMs: registry.timeoutMs,
      correlation: call.correlation,
      signal: call.signal,
      read,
    });
  }

  return {
    async certifyNir(person, call) {
      const answer = await ask('sngi', catalogue.registries.nir, person, call, (data) =>
        Certificate.parse(data),
      );
      if (answer.status === 'ok') return answer.value.certifie ? 'certified' : 'refused';
      return answer.status === 'empty' ? 'refused' : 'unavailable';
    },
    async affiliationsOf(person, call) {
      const { affiliations } = catalogue.registries;
      const answer = await ask('affiliations', affiliations, person, call, (data) => Ties.parse(data));
      if (answer.status === 'ok') return { status: 'ok', affiliations: answer.value.affiliations };
      // Nobody manages this person yet, and the registry says so.
      if (answer.status === 'empty') return { status: 'ok', affiliations: [] };
      return { status: answer.status === 'not-covered' ? 'unavailable' : answer.status };
    },
    metrics: () => lines.metrics(),
    close: () => lines.close(),
  };
}
