import { BENEFITS } from '@mds-kit/contract/benefits';
import { DOMAINS } from '@mds-kit/contract/domains';
import type { Link, Organisation } from '@mds-kit/contract/organisations';
import type { ProcedureId } from '@mds-kit/contract/procedures';
import { hostOf } from './addresses.ts';
import type {
  Catalogue,
  Endpoint,
  Membership,
  PinnedLink,
  Registry,
  Service,
  ServiceId,
  StaticProcedure,
} from './catalogue.ts';
import { domainOfService, isRights, type CatalogueFile } from './schema.ts';
import { Secret } from './secret.ts';

type Row = CatalogueFile['memberships'][number];

const pairKey = (service: string, supplier: string) => `${service} ${supplier}`;

function endpointOf(row: Row, partner: CatalogueFile['partners'][number] | undefined): Endpoint | null {
  const url = row.url ?? partner?.url;
  const key = row.key ?? partner?.key;
  if (row.state !== 'active' || url === undefined || key === undefined) return null;
  return { url: withoutSlash(url), key: new Secret(key) };
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

function membershipsOf(file: CatalogueFile, services: readonly Service[], lineOf: (index: number) => number) {
  return file.memberships.map((row, index): Membership => {
    const partner = file.partners.find(({ id }) => id === row.partner);
    const guaranteedMs = services.find(({ id }) => id === row.service)?.guaranteedMs ?? 0;
    return Object.freeze({
      supplier: row.partner,
      service: row.service,
      state: row.state,
      approvedBy: row.approvedBy ?? null,
      since: row.since ?? null,
      timeoutMs: row.timeoutMs ?? guaranteedMs,
      endpoint: endpointOf(row, partner),
      line: lineOf(index),
    });
  });
}

/** A checked file as the program uses it: looked up by id, and never changed again. */
export function freezeCatalogue(
  file: CatalogueFile,
  origin: { name: string; lineOf: (index: number) => number },
): Catalogue {
  const services = file.services.map((row): Service =>
    Object.freeze({
      ...row,
      domain: isRights(row.id) ? domainOfService(row.id) : null,
      organisations: Object.freeze(row.organisations ?? []),
    }),
  );
  const memberships = membershipsOf(file, services, origin.lineOf);
  const links = new Map(
    Object.entries(file.links).map(([id, url]): [string, PinnedLink] => [
      id,
      Object.freeze({ id, url, host: hostOf(url) }),
    ]),
  );
  const published = (id: string): Link => {
    const pinned = links.get(id);
    if (!pinned) throw new RangeError(`no link '${id}'`);
    return { id, host: pinned.host };
  };
  const organisations = file.organisations.map((row): Organisation => {
    const entries = Object.entries(row.links).flatMap(([field, id]) =>
      id === undefined ? [] : [[field, published(id)] as const],
    );
    return Object.freeze({ ...row, links: Object.freeze(Object.fromEntries(entries)) });
  });
  const procedures = new Map<string, readonly StaticProcedure[]>(
    file.procedures.map((row) => [
      pairKey(row.service, row.partner),
      Object.entries(row.links).map(([id, link]) => ({ id: id as ProcedureId, link: published(link) })),
    ]),
  );
  const registry = ({ url, key, timeoutMs }: CatalogueFile['registries']['nir']): Registry =>
    Object.freeze({ url: withoutSlash(url), key: new Secret(key), timeoutMs });

  const serviceById = new Map(services.map((service) => [service.id, service]));
  const membershipByPair = new Map(memberships.map((row) => [pairKey(row.service, row.supplier), row]));
  const organisationById = new Map(organisations.map((row) => [row.id, row]));

  return Object.freeze<Catalogue>({
    file: origin.name,
    recipient: file.portal.siret,
    services: Object.freeze(services),
    memberships: Object.freeze(memberships),
    organisations: Object.freeze(organisations),
    registries: Object.freeze({
      nir: registry(file.registries.nir),
      affiliations: registry(file.registries.affiliations),
    }),
    service: (id) => serviceById.get(id),
    membership: (supplier: string, service: ServiceId) => membershipByPair.get(pairKey(service, supplier)),
    organisation: (id) => organisationById.get(id),
    link: (id) => links.get(id),
    procedures: (service, supplier) => procedures.get(pairKey(service, supplier)) ?? [],
    published: (support) => ({
      domains: DOMAINS.map((id) => ({ id, benefits: [...BENEFITS[id]] })),
      organisations: [...organisations],
      support: { ...support, counters: published(file.portalLinks.counters) },
      simulate: published(file.portalLinks.simulate),
    }),
  });
}
