/** Partners, purposes and memberships: reviewed data, checked at start; a mistake in it is named by its line. */
import { readFile } from 'node:fs/promises';
import { MEASURES, MONTHS } from '@mds-kit/contract/salaries';
import { explain } from '@mds-kit/exchange/catalogue/schema';
import { type Path, readSource, type Source } from '@mds-kit/exchange/catalogue/source';
import { z } from 'zod';

/**
 * - `salaires`: a portal shows people what was declared of them
 * - `relais`: a fund asks for a person's resources, for a purpose
 * - `distribution`: a fund is sent the resources of those whom it named, each month
 * - `depots`: a producer pushes DSN files
 */
const SERVICES = ['salaires', 'relais', 'distribution', 'depots'] as const;
export type ServiceId = (typeof SERVICES)[number];

const Id = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id: small letters and digits, joined by -');

const Partner = z.strictObject({
  id: Id,
  name: z.string().min(1),
  key: z.string().min(16).max(512),
  jwks: z.url({ protocol: /^https?$/ }).optional(),
});

const Purpose = z.strictObject({
  id: Id,
  months: z.array(z.int().min(1).max(MONTHS.most)).min(1),
  /** Months left out before the one asked for: 0 ends with the one before. */
  lag: z.int().min(0).max(12),
  measures: z.array(z.enum(MEASURES)).min(1),
});
export type Purpose = z.infer<typeof Purpose>;

const Membership = z.strictObject({
  partner: Id,
  service: z.enum(SERVICES),
  state: z.enum(['proposed', 'active', 'suspended', 'planned']),
  purposes: z.array(Id).default([]),
  approvedBy: z.string().min(1).optional(),
  since: z.iso.date('is no day: write it as 2026-01-31').optional(),
});

const File = z.strictObject({
  partners: z.array(Partner).min(1),
  purposes: z.array(Purpose),
  memberships: z.array(Membership),
});
type File = z.infer<typeof File>;

export type Caller = { readonly id: string; readonly jwks: string | undefined };

export interface Agreements {
  readonly partners: readonly Caller[];
  /** Whose key this is. */
  callerWith(key: string): Caller | undefined;
  /** Whether data may flow now. */
  isActive(partner: string, service: ServiceId): boolean;
  /** The purpose, if that partner has it by an active membership. */
  purpose(partner: string, service: ServiceId, purpose: string): Purpose | undefined;
  /** Those with an active membership. */
  members(service: ServiceId): readonly { partner: string; purposes: readonly Purpose[] }[];
}

/** Every fault of the file, each with its line; never a key. */
export class AgreementsError extends Error {
  override readonly name = 'AgreementsError';
}

export type AgreementsOptions = {
  env: Readonly<Record<string, string | undefined>>;
  /** Lets keys stand in the file, and plain http. */
  sandbox: boolean;
};

/** @throws AgreementsError */
export async function loadAgreements(file: string, options: AgreementsOptions): Promise<Agreements> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new AgreementsError(`${file} cannot be read: check MDS_RESOURCES_AGREEMENTS`);
  });
  return parseAgreements(text, file, options);
}

export function parseAgreements(text: string, file: string, { env, sandbox }: AgreementsOptions): Agreements {
  const source = readSource(text, env);
  const refuse = (faults: readonly { line: number; path: string; message: string }[]) => {
    if (faults.length === 0) return;
    const lines = faults
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, path, message }) => `${file}:${line} ${path} ${message}`);
    throw new AgreementsError(['The agreements cannot be used:', ...lines].join('\n'));
  };
  refuse(source.faults);
  const parsed = File.safeParse(source.value);
  if (!parsed.success) {
    refuse(parsed.error.issues.map((issue) => source.fault(issue.path as Path, explain(issue))));
    throw parsed.error;
  }
  refuse(faultsOf(parsed.data, source, sandbox));
  return agreementsOf(parsed.data);
}

function faultsOf(file: File, source: Source, sandbox: boolean) {
  const faults: ReturnType<Source['fault']>[] = [];
  const say = (path: Path, message: string) => faults.push(source.fault(path, message));
  const partners = new Map(file.partners.map((partner) => [partner.id, partner]));
  const purposes = new Set(file.purposes.map(({ id }) => id));
  const seen = new Set<string>();
  file.partners.forEach((partner, index) => {
    if (partners.get(partner.id) !== partner) say(['partners', index], 'stands twice: keep one');
    if (file.partners.some((other) => other !== partner && other.key === partner.key))
      say(['partners', index, 'key'], 'is the key of another partner too');
    if (sandbox) return;
    if (!source.isReference(['partners', index, 'key']))
      say(['partners', index, 'key'], 'must not stand in this file: refer to the environment, ${MDS_KEY_…}');
    if (partner.jwks?.startsWith('http:')) say(['partners', index, 'jwks'], 'must be an https:// address');
  });
  file.memberships.forEach((row, index) => {
    const at = (field: string): Path => ['memberships', index, field];
    const partner = partners.get(row.partner);
    if (!partner) say(at('partner'), 'names no partner of this file');
    for (const purpose of row.purposes)
      if (!purposes.has(purpose)) say(at('purposes'), 'names a purpose that is not in this file');
    const asks = row.service === 'relais' || row.service === 'distribution';
    if (asks && row.purposes.length === 0)
      say(['memberships', index], 'has no purpose: say what the resources are for');
    if ((row.state === 'active' || row.state === 'suspended') && (!row.approvedBy || !row.since))
      say(
        ['memberships', index],
        `is ${row.state} without approvedBy and since: say which agreement, and the day`,
      );
    const signs = row.service === 'salaires' || row.service === 'relais';
    if (row.state === 'active' && signs && partner && !partner.jwks)
      say(at('partner'), 'has no jwks: whom it asks about must be signed');
    const key = `${row.partner} ${row.service}`;
    if (seen.has(key)) say(['memberships', index], 'stands twice: keep one');
    seen.add(key);
  });
  return faults;
}

function agreementsOf(file: File): Agreements {
  const active = file.memberships.filter(({ state }) => state === 'active');
  const find = (partner: string, service: ServiceId) =>
    active.find((row) => row.partner === partner && row.service === service);
  const purposeOf = (id: string) => file.purposes.find((purpose) => purpose.id === id);
  const callers = new Map(file.partners.map(({ id, key, jwks }) => [key, { id, jwks }]));
  return {
    partners: [...callers.values()],
    callerWith: (key) => callers.get(key),
    isActive: (partner, service) => find(partner, service) !== undefined,
    purpose: (partner, service, purpose) =>
      find(partner, service)?.purposes.includes(purpose) === true ? purposeOf(purpose) : undefined,
    members: (service) =>
      active
        .filter((row) => row.service === service)
        .map(({ partner, purposes }) => ({
          partner,
          purposes: purposes.map(purposeOf).filter((purpose) => purpose !== undefined),
        })),
  };
}
