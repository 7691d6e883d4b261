import { BENEFITS } from '@mds-kit/contract/benefits';
import type { Domain } from '@mds-kit/contract/domains';
import type { Scheme } from '@mds-kit/contract/organisations';
import type { Procedure } from '@mds-kit/contract/procedures';
import { situationOf, type DomainRights, type Missing, type Right } from '@mds-kit/contract/rights';
import type { Topic } from '@mds-kit/contract/topics';
import type { Envelope, SuppliedRight } from './acquisition/envelope.ts';
import type { Catalogue, RightsServiceId } from './catalogue/catalogue.ts';
import { isoOf } from './clock.ts';
import type { Affiliation } from './person.ts';
import type { AffiliationAnswer } from './registries/registries.ts';

export type DomainParts = {
  domain: Domain;
  catalogue: Catalogue;
  affiliations: AffiliationAnswer;
  envelopes: readonly Envelope[];
  now: Date;
};

type Answered = Extract<Envelope, { status: 'ok' | 'empty' }>;

const isAnswered = (envelope: Envelope): envelope is Answered =>
  envelope.status === 'ok' || envelope.status === 'empty';

/** The organisation that the supplier names, where the catalogue knows it; else the person's own. */
function organisationOf(catalogue: Catalogue, envelope: Envelope, right: SuppliedRight): string {
  const named = right.organisation;
  return named !== undefined && catalogue.organisation(named) ? named : envelope.affiliations[0].organisation;
}

function rightsOf({ domain, catalogue }: DomainParts, answered: readonly Answered[]): Right[] {
  const told = new Set(
    answered.flatMap(({ supplier, supplied }) =>
      (supplied?.rights ?? []).map(({ benefit }) => `${supplier} ${benefit}`),
    ),
  );
  const order: readonly string[] = BENEFITS[domain];
  const rank = (benefit: string) => (order.includes(benefit) ? order.indexOf(benefit) : order.length);
  return answered
    .flatMap((envelope) =>
      (envelope.supplied?.rights ?? []).flatMap((right): Right[] => {
        // Who pays it has told it already: counting it twice would double the person's income.
        if (right.paidBy?.some((supplier) => told.has(`${supplier} ${right.benefit}`))) return [];
        return [
          {
            benefit: right.benefit,
            status: right.status,
            amount: right.amount,
            beneficiaries: right.beneficiaries,
            since: right.since,
            until: right.until,
            organisation: organisationOf(catalogue, envelope, right),
            asOf: right.asOfDay ? `${right.asOfDay}T00:00:00Z` : envelope.asOf,
          },
        ];
      }),
    )
    .sort((a, b) => rank(a.benefit) - rank(b.benefit));
}

/** Key procedures of the person's suppliers, answering or not, the most pressing first. */
function proceduresOf(
  { domain, catalogue }: DomainParts,
  ties: readonly Affiliation[],
  answered: readonly Answered[],
) {
  const service: RightsServiceId = `rights.${domain}`;
  const procedures: Procedure[] = [];
  for (const { supplier, organisation } of ties) {
    const due = new Map<string, string>();
    for (const envelope of answered)
      if (envelope.supplier === supplier)
        for (const { procedure, dueBy } of envelope.supplied?.dueDates ?? []) {
          const known = due.get(procedure);
          if (known === undefined || dueBy < known) due.set(procedure, dueBy);
        }
    for (const { id, link } of catalogue.procedures(service, supplier)) {
      // Two organisations behind one supplier have the same page: once is enough.
      if (procedures.some((other) => other.id === id && other.link.id === link.id)) continue;
      procedures.push({ id, organisation, link, dueBy: due.get(id) ?? null });
    }
  }
  return procedures.sort((a, b) => (a.dueBy ?? '9999').localeCompare(b.dueBy ?? '9999'));
}

/** News for the person's schemes, once each, the newest first. */
function topicsOf(
  catalogue: Catalogue,
  schemes: ReadonlySet<Scheme>,
  answered: readonly Answered[],
): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { supplied, affiliations } of answered)
    for (const { linkId, ...topic } of supplied?.topics ?? []) {
      if (topic.schemes.length > 0 && !topic.schemes.some((scheme) => schemes.has(scheme))) continue;
      const [{ organisation }] = affiliations;
      const pinned = linkId === null ? undefined : catalogue.link(linkId);
      const link = pinned ? { id: pinned.id, host: pinned.host } : null;
      topics.set(`${organisation} ${topic.id}`, { ...topic, organisation, link });
    }
  return [...topics.values()].sort((a, b) => b.publishedOn.localeCompare(a.publishedOn));
}

/** One line for each organisation that did not answer, or for the registry that did not say who they are. */
function missingOf(
  { catalogue, affiliations, envelopes }: DomainParts,
  ties: readonly Affiliation[],
): Missing[] {
  if (affiliations.status !== 'ok') return [{ organisation: null, why: affiliations.status }];
  const missing = new Map<string | null, Missing>();
  for (const envelope of envelopes)
    if (!isAnswered(envelope) && envelope.status !== 'not-covered')
      for (const { organisation } of envelope.affiliations)
        if (!missing.has(organisation)) missing.set(organisation, { organisation, why: envelope.status });
  // Somebody manages this person whom no catalogue names: that is not knowing, not "no right".
  if (ties.some(({ organisation }) => !catalogue.organisation(organisation)))
    missing.set(null, { organisation: null, why: 'unavailable' });
  return [...missing.values()];
}

function notCoveredOf(envelopes: readonly Envelope[]): DomainRights['notCovered'] {
  const notCovered = new Map<string, DomainRights['notCovered'][number]>();
  for (const { status, affiliations } of envelopes)
    if (status === 'not-covered')
      for (const { organisation, scheme } of affiliations)
        notCovered.set(`${organisation} ${scheme}`, { organisation, scheme });
  return [...notCovered.values()];
}

/** Merges what came back into the contract's answer for one domain. Pure: same parts, same answer. */
export function mergeDomain(parts: DomainParts): DomainRights {
  const { domain, catalogue, affiliations, envelopes, now } = parts;
  const all = affiliations.status === 'ok' ? affiliations.affiliations : [];
  const ties = all.filter(({ domains }) => domains.includes(domain));
  const named = ties.filter(({ organisation }) => catalogue.organisation(organisation));
  const answered = envelopes.filter(isAnswered);
  const rights = rightsOf(parts, answered);
  const missing = missingOf(parts, ties);
  const notCovered = notCoveredOf(envelopes);
  const ids = new Set([...named, ...rights].map(({ organisation }) => organisation));
  return {
    domain,
    situation: situationOf({ rights, missing, notCovered }),
    asOf: isoOf(now),
    rights,
    organisations: catalogue.organisations.filter(({ id }) => ids.has(id)),
    procedures: proceduresOf(parts, named, answered),
    topics: topicsOf(catalogue, new Set(all.map(({ scheme }) => scheme)), answered),
    offers: [...BENEFITS[domain]],
    notCovered,
    missing,
  };
}
