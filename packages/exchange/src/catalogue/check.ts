import type { Fault } from './catalogue-error.ts';
import { judgeEndpoint, judgeLink } from './addresses.ts';
import { RIGHTS_SERVICES, SALARIES, type CatalogueFile } from './schema.ts';
import type { Path, Source } from './source.ts';

/** Suppliers get at least this much of the guaranteed time when the affiliation registry takes all of its own. */
export const LEFT_FOR_SUPPLIERS_MS = 500;

type Say = (path: Path, message: string) => void;

/** Nothing that stands twice: the second one is named, with the line of the first. */
function unique(
  keys: readonly string[],
  what: string,
  path: (index: number) => Path,
  source: Source,
  say: Say,
) {
  const seen = new Map<string, number>();
  keys.forEach((key, index) => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else say(path(index), `${what} '${key}' stands already on line ${source.line(path(first))}: keep one`);
  });
}

function known(id: string, ids: ReadonlySet<string>, what: string): string | undefined {
  if (ids.has(id)) return;
  const near = [...ids].filter((other) => other.startsWith(id.slice(0, 3)) || other.includes(id)).slice(0, 5);
  return `names an unknown ${what} '${id}'${near.length ? `: did you mean ${near.join(', ')}?` : `: add it to the ${what}s, or name another`}`;
}

function checkMemberships(file: CatalogueFile, source: Source, sandbox: boolean, say: Say) {
  const partners = new Map(file.partners.toReversed().map((partner) => [partner.id, partner] as const));
  const services = new Map(file.services.map((service) => [service.id, service] as const));
  file.memberships.forEach((membership, index) => {
    const at = (field: string): Path => ['memberships', index, field];
    const partner = partners.get(membership.partner);
    const service = services.get(membership.service);
    if (!partner) say(at('partner'), known(membership.partner, new Set(partners.keys()), 'partner') ?? '');
    if (!service)
      say(at('service'), `names ${membership.service}, which is not among the services: add it there`);
    if (membership.state === 'active' || membership.state === 'suspended') {
      if (!membership.approvedBy)
        say(
          ['memberships', index],
          `is ${membership.state} without approval: say which agreement under approvedBy`,
        );
      if (!membership.since)
        say(
          ['memberships', index],
          `is ${membership.state} since nobody knows when: give the day under since`,
        );
    }
    if (membership.state === 'active' && partner) {
      for (const field of ['url', 'key'] as const)
        if (!membership[field] && !partner[field])
          say(
            ['memberships', index],
            `is active but has no ${field}: give it here or at partner '${partner.id}'`,
          );
    }
    if (service && membership.timeoutMs !== undefined && membership.timeoutMs > service.guaranteedMs)
      say(
        at('timeoutMs'),
        `is longer than the ${service.guaranteedMs} ms that ${service.id} guarantees: shorten it`,
      );
    checkEndpoint(membership, ['memberships', index], source, sandbox, say);
  });
}

function checkEndpoint(
  holder: { url?: string | undefined; key?: string | undefined },
  path: Path,
  source: Source,
  sandbox: boolean,
  say: Say,
) {
  const wrong = holder.url === undefined ? undefined : judgeEndpoint(holder.url, sandbox);
  if (wrong) say([...path, 'url'], wrong);
  // A key in a reviewed file is a key that everybody with the file has.
  if (holder.key !== undefined && !sandbox && !source.isReference([...path, 'key']))
    say([...path, 'key'], 'must not stand in this file: refer to the environment, ${MDS_KEY_…}');
}

function checkRegistries(file: CatalogueFile, source: Source, sandbox: boolean, say: Say) {
  for (const name of ['nir', 'affiliations'] as const)
    checkEndpoint(file.registries[name], ['registries', name], source, sandbox, say);
  const { timeoutMs } = file.registries.affiliations;
  for (const service of file.services)
    if (service.id !== SALARIES && timeoutMs + LEFT_FOR_SUPPLIERS_MS > service.guaranteedMs)
      say(
        ['registries', 'affiliations', 'timeoutMs'],
        `leaves suppliers less than ${LEFT_FOR_SUPPLIERS_MS} ms of the ${service.guaranteedMs} ms that ${service.id} guarantees: ` +
          `at most ${Math.max(100, service.guaranteedMs - LEFT_FOR_SUPPLIERS_MS)}`,
      );
}

/** Who manages a person is told by the registry; who manages what employers declare, by the service itself. */
function checkServices(file: CatalogueFile, say: Say) {
  for (const id of RIGHTS_SERVICES)
    if (!file.services.some((service) => service.id === id))
      say(['services'], `lacks ${id}: the portal answers for all six domains`);
  if (!file.services.some(({ id }) => id === SALARIES))
    say(['services'], `lacks ${SALARIES}: the portal answers for what employers declare`);
  const organisations = new Set(file.organisations.map(({ id }) => id));
  file.services.forEach((service, index) => {
    if (service.id !== SALARIES && service.organisations)
      say(
        ['services', index, 'organisations'],
        'has no place here: the registry of affiliations says whom to ask about it',
      );
    if (service.id === SALARIES && !service.organisations)
      say(['services', index], 'says nobody whom to ask about it: name them under organisations');
    service.organisations?.forEach((id, place) => {
      const wrong = known(id, organisations, 'organisation');
      if (wrong) say(['services', index, 'organisations', place], wrong);
    });
  });
}

function checkLinks(file: CatalogueFile, sandbox: boolean, say: Say) {
  const ids = new Set(Object.keys(file.links));
  for (const [id, address] of Object.entries(file.links)) {
    const wrong = judgeLink(address, sandbox);
    if (wrong) say(['links', id], wrong);
  }
  const refer = (id: string, path: Path) => {
    const wrong = known(id, ids, 'link');
    if (wrong) say(path, wrong);
  };
  file.organisations.forEach((organisation, index) => {
    for (const [field, id] of Object.entries(organisation.links))
      if (id !== undefined) refer(id, ['organisations', index, 'links', field]);
  });
  const partners = new Set(file.partners.map(({ id }) => id));
  file.procedures.forEach((row, index) => {
    const wrong = known(row.partner, partners, 'partner');
    if (wrong) say(['procedures', index, 'partner'], wrong);
    for (const [procedure, id] of Object.entries(row.links))
      refer(id, ['procedures', index, 'links', procedure]);
  });
  for (const name of ['simulate', 'counters'] as const) refer(file.portalLinks[name], ['portalLinks', name]);
}

/** What a schema cannot see: references, duplicates, addresses, agreements, times that do not fit together. */
export function checkCatalogue(file: CatalogueFile, source: Source, sandbox: boolean): Fault[] {
  const faults: Fault[] = [];
  const say: Say = (path, message) => faults.push(source.fault(path, message));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  unique(ids(file.partners), 'partner', (index) => ['partners', index], source, say);
  unique(ids(file.services), 'service', (index) => ['services', index], source, say);
  unique(ids(file.organisations), 'organisation', (index) => ['organisations', index], source, say);
  const pair = (row: { partner: string; service: string }) => `${row.partner} × ${row.service}`;
  unique(file.memberships.map(pair), 'membership', (index) => ['memberships', index], source, say);
  unique(file.procedures.map(pair), 'procedures of', (index) => ['procedures', index], source, say);
  file.partners.forEach((partner, index) =>
    checkEndpoint(partner, ['partners', index], source, sandbox, say),
  );
  checkServices(file, say);
  checkRegistries(file, source, sandbox, say);
  checkMemberships(file, source, sandbox, say);
  checkLinks(file, sandbox, say);
  return faults;
}
