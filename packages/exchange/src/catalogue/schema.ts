import { DOMAINS, type Domain } from '@mds-kit/contract/domains';
import { SCHEMES } from '@mds-kit/contract/organisations';
import { PROCEDURES } from '@mds-kit/contract/procedures';
import { z } from 'zod';
import type { RightsServiceId, ServiceId } from './catalogue.ts';

const Id = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, 'is no id: small letters and digits, joined by . _ or -');

export const RIGHTS_SERVICES = DOMAINS.map((domain) => `rights.${domain}` as const);
export const SALARIES = 'salaries';
export const HOUSEHOLD = 'household';
const RightsServiceName = z.enum(RIGHTS_SERVICES);
const ServiceName = z.enum([...RIGHTS_SERVICES, SALARIES, HOUSEHOLD]);

const Milliseconds = z.int().min(100).max(30_000);
const Day = z.iso.date('is no day: write it as 2026-01-31');
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time: write it as "08:30"');
const Weekday = z.int().min(1).max(7);
/** Judged as an address later, where the sandbox is known. */
const Address = z.string().min(1).max(2048);
const Key = z.string().min(1).max(512);

const Partner = z.strictObject({
  id: Id,
  name: z.string().min(1),
  /** Base address of the partner's API and the key it knows us by; a membership may name its own. */
  url: Address.optional(),
  key: Key.optional(),
});

const Service = z.strictObject({
  id: ServiceName,
  /** The one mode so far: one request, many suppliers, one guaranteed time. */
  mode: z.literal('acquisition'),
  guaranteedMs: Milliseconds.default(2500),
  /** Whom to ask about what it says: organisation ids. */
  organisations: z.array(Id).min(1).max(10).optional(),
});

const Membership = z.strictObject({
  partner: Id,
  service: ServiceName,
  state: z.enum(['proposed', 'active', 'suspended', 'planned']),
  approvedBy: z.string().min(1).optional(),
  since: Day.optional(),
  timeoutMs: Milliseconds.optional(),
  url: Address.optional(),
  key: Key.optional(),
});

const OrganisationLinks = z.strictObject({
  account: Id.optional(),
  createAccount: Id.optional(),
  history: Id.optional(),
  certificates: Id.optional(),
  dataRights: Id.optional(),
  appointment: Id.optional(),
});

const Organisation = z.strictObject({
  id: Id,
  name: z.string().min(1).max(200),
  scheme: z.enum(SCHEMES).nullable(),
  phone: z
    .string()
    .regex(/^\+?[0-9 ]{2,20}$/, 'is no phone number: write it as it is dialled, "32 30"')
    .nullable(),
  hours: z.array(z.strictObject({ from: Weekday, to: Weekday, opens: Time, closes: Time })).max(7),
  address: z.array(z.string().min(1).max(100)).max(6),
  links: OrganisationLinks,
});

const Procedures = z.strictObject({
  partner: Id,
  service: RightsServiceName,
  /** procedure id → link id */
  links: z.partialRecord(z.enum(PROCEDURES), Id),
});

const Registry = z.strictObject({ url: Address, key: Key, timeoutMs: Milliseconds.default(1500) });

/** The catalogue file as people write and review it. */
export const CatalogueFile = z.strictObject({
  portal: z.strictObject({
    /** `recipient` of every call (API Particulier names the consumer so). */
    siret: z.string().regex(/^\d{14}$/, 'is no SIRET: 14 digits, quoted'),
  }),
  registries: z.strictObject({ nir: Registry, affiliations: Registry }),
  partners: z.array(Partner).min(1),
  services: z.array(Service).min(1),
  memberships: z.array(Membership),
  organisations: z.array(Organisation),
  links: z.record(Id, Address),
  procedures: z.array(Procedures),
  /** Link ids that the portal itself needs. */
  portalLinks: z.strictObject({ simulate: Id, counters: Id }),
});
export type CatalogueFile = z.infer<typeof CatalogueFile>;

export const isRights = (id: ServiceId): id is RightsServiceId => id !== SALARIES && id !== HOUSEHOLD;

export const domainOfService = (id: RightsServiceId) => id.slice('rights.'.length) as Domain;

/** zod's word on a value, with what would be right; never the value itself, which may be a key. */
export function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.message.includes('received undefined')
        ? `is missing (${issue.expected})`
        : `must be ${issue.expected === 'int' || issue.expected === 'number' ? 'a whole number' : `of type ${issue.expected}`}`;
    case 'invalid_key':
      return issue.issues.map((inner) => explain(inner)).join('; ');
    default:
      return issue.message.startsWith('is ') ? issue.message : issue.message.toLowerCase();
  }
}
