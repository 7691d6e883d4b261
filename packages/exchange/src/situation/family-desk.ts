import type { Missing } from '@mds-kit/contract/rights';
import { deadlineOf } from '../acquisition/deadline.ts';
import { earlier } from '../acquisition/earlier.ts';
import type { Catalogue, Membership, Service } from '../catalogue/catalogue.ts';
import { HOUSEHOLD } from '../catalogue/schema.ts';
import { dayOf, monotonic as machine } from '../clock.ts';
import { QUOTIENT_PATH, readFamilyFile, type FamilyFile } from '../connectors/quotient-familial.ts';
import type { Affiliation, Person } from '../person.ts';
import type { Registries } from '../registries/registries.ts';
import type { LineAnswer, LineOptions, SupplierLines } from '../supplier-line.ts';

export type FamilyQuestion = { person: Person; correlation: string; signal?: AbortSignal | undefined };

/** A fund's file of the family; null where it has none. */
export type FamilyAnswer = {
  files: readonly { organisation: string; asOf: string; file: FamilyFile }[];
  missing: readonly Missing[];
};

export type FamilyDesk = {
  /** Who lives with a person, of every fund that has joined and manages them. Rejects only on abort. */
  family(question: FamilyQuestion): Promise<FamilyAnswer>;
};

export type FamilyDeskOptions = Pick<LineOptions, 'clock' | 'monotonic'> & {
  catalogue: Catalogue;
  registries: Pick<Registries, 'affiliationsOf'>;
  /** Those over which the same funds are asked for rights: who is down is down for both. */
  lines: SupplierLines;
};

/** What a family fund manages a person for; who only pays a pension has no file of their family. */
const BRANCHES: readonly Affiliation['domains'][number][] = ['family', 'housing', 'solidarity', 'employment'];

type Asked = { supplier: string; organisations: readonly string[]; membership: Membership };
type Told = { asked: Asked; answer: LineAnswer<FamilyFile> };

export function createFamilyDesk(options: FamilyDeskOptions): FamilyDesk {
  const { catalogue, registries, lines, clock, monotonic = machine } = options;

  /** By supplier, who has an agreement about it that is in force, or was taken back. */
  function suppliersOf(affiliations: readonly Affiliation[]): Asked[] {
    const ties = affiliations.filter(
      ({ domains, organisation }) =>
        catalogue.organisation(organisation) && domains.some((domain) => BRANCHES.includes(domain)),
    );
    return [...Map.groupBy(ties, ({ supplier }) => supplier)].flatMap(([supplier, own]) => {
      const membership = catalogue.membership(supplier, HOUSEHOLD);
      if (!membership) return [];
      return [{ supplier, organisations: own.map(({ organisation }) => organisation), membership }];
    });
  }

  async function ask(asked: Asked, question: FamilyQuestion, leftMs: number): Promise<Told> {
    const { supplier, membership } = asked;
    const call = { mode: 'acquisition', service: HOUSEHOLD, correlation: question.correlation } as const;
    if (membership.state === 'suspended') return { asked, answer: lines.refuse(supplier, call, 'suspended') };
    const { endpoint, since } = membership;
    if (!endpoint || since === null || since > dayOf(clock()))
      return { asked, answer: { status: 'not-covered' } };
    const timeoutMs = Math.min(membership.timeoutMs, leftMs);
    const answer = await lines.ask(supplier, {
      ...call,
      resource: QUOTIENT_PATH,
      url: `${endpoint.url}${QUOTIENT_PATH}?recipient=${catalogue.recipient}`,
      key: endpoint.key,
      person: question.person,
      timeoutMs,
      // A slow registry takes from what a supplier is promised: with less than half of it, silence proves nothing.
      shortened: timeoutMs < membership.timeoutMs / 2,
      signal: question.signal,
      read: (data) => readFamilyFile(data, question.person),
    });
    return { asked, answer };
  }

  async function askAll(question: FamilyQuestion, service: Service): Promise<FamilyAnswer> {
    const startedAt = monotonic();
    const { correlation } = question;
    const registered = await registries.affiliationsOf(question.person, { correlation });
    if (registered.status !== 'ok')
      return { files: [], missing: [{ organisation: null, why: registered.status }] };
    const leftMs = deadlineOf(service.guaranteedMs) - (monotonic() - startedAt);
    const told = await Promise.all(
      suppliersOf(registered.affiliations).map((asked) => ask(asked, question, leftMs)),
    );
    const now = clock();
    return { files: told.flatMap((one) => fileOf(one, now)), missing: told.flatMap(missingOf) };
  }

  return {
    family: (question) => {
      const service = catalogue.service(HOUSEHOLD);
      return service ? askAll(question, service) : Promise.resolve({ files: [], missing: [] });
    },
  };
}

function fileOf({ asked, answer }: Told, now: Date): FamilyAnswer['files'] {
  const [organisation] = asked.organisations;
  if (answer.status !== 'ok' || organisation === undefined) return [];
  return [{ organisation, asOf: earlier(answer.value.asOf, now), file: answer.value }];
}

function missingOf({ asked, answer }: Told): Missing[] {
  const { status } = answer;
  if (status === 'ok' || status === 'empty' || status === 'not-covered') return [];
  return asked.organisations.map((organisation) => ({ organisation, why: status }));
}
