/**
 * What an operator sets, by environment variable. In the sandbox (`MDS_SANDBOX=1`) everything has a value already;
 * elsewhere nothing that identifies, protects or addresses has a default, so that a forgotten setting stops the start.
 */
import { fileURLToPath } from 'node:url';
import { OpeningHours } from '@mds-kit/contract/organisations';
import { z } from 'zod';
import { isOrigin, mayBePlain } from './http/origins.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const origin = z.string().refine(isOrigin);
const url = z.url({ protocol: /^https?$/ });
const path = z.string().min(1);
const instant = z.iso.datetime({ offset: true });

/** `2026-12-01T20:00:00Z/2026-12-01T22:00:00Z` (ISO 8601 interval). */
const interval = z.string().transform((text, context) => {
  const [from = '', until = '', ...more] = text.split('/');
  const valid = [from, until].every((part) => instant.safeParse(part).success) && more.length === 0;
  if (valid && new Date(from) < new Date(until)) return { from: new Date(from), until: new Date(until) };
  context.addIssue('an interval has two instants, the earlier first');
  return z.NEVER;
});

/** `127.0.0.1:4001`, `[::1]:4001`. */
const place = z.string().transform((text, context) => {
  const [, address = '', port = ''] = /^([\w.-]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})$/.exec(text) ?? [];
  if (address !== '' && Number(port) <= 65_535)
    return { address: address.replaceAll(/[[\]]/g, ''), port: Number(port) };
  context.addIssue('write address and port');
  return z.NEVER;
});

/** `1-5 08:30-18:30, 6-6 09:00-12:00`: days as in ISO 8601, local time. The contract says which ones there are. */
const hours = z.string().transform((text, context): OpeningHours[] =>
  text.split(',').flatMap((row) => {
    const parts = /^(\d)-(\d) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(row.trim());
    const [, from, to, opens, closes] = parts ?? [];
    const { success, data } = OpeningHours.safeParse({ from: Number(from), to: Number(to), opens, closes });
    if (!success) context.addIssue('days are 1 (Monday) to 7, times 00:00 to 23:59');
    else if (data.from > data.to) context.addIssue('days run from the earlier to the later: 6-7, not 7-6');
    else if (data.opens >= data.closes) context.addIssue('they close later than they open, on the same day');
    return success ? [data] : [];
  }),
);

const Settings = z.object({
  MDS_SANDBOX: z
    .stringbool()
    .default(false)
    .meta({ description: 'Sandbox: invented people, `*.localhost` partners, plain http', example: '1' }),
  MDS_PORTAL_ORIGIN: origin.meta({
    description: 'Origin of sign-in, of the NIR page and of hosted pages',
    example: 'https://portail.exemple.fr',
  }),
  MDS_WIDGETS_ORIGIN: origin.meta({
    description: 'Origin of frame documents, of their API and of the kit; another host than the portal’s',
    example: 'https://widgets.exemple.fr',
  }),
  MDS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4000)
    .meta({ description: 'Port to listen on, for both hosts', example: '4000' }),
  MDS_LISTEN: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .default(['127.0.0.1', '::1'])
    .meta({
      description: 'Addresses to listen on; a proxy that speaks TLS stands before them',
      example: '127.0.0.1,::1',
    }),
  MDS_METRICS: place.optional().meta({
    description: 'Where `/metrics` answers: an address of your own network alone; nowhere when not set',
    example: '127.0.0.1:4001',
  }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({
      description: 'PostgreSQL, shared by any number of replicas',
      example: 'postgres://portal@db/portal',
    }),
  MDS_DATA: path.optional().meta({
    description:
      'Without `DATABASE_URL`: the folder of the database inside the process; `memory:` keeps nothing',
    example: '.data/portal',
  }),
  MDS_FRANCECONNECT_ISSUER: url.meta({
    description: 'FranceConnect’s issuer',
    example: 'https://oidc.franceconnect.gouv.fr/api/v2',
  }),
  MDS_FRANCECONNECT_CLIENT_ID: z.string().min(1).meta({
    description: 'The portal’s client id at FranceConnect',
    example: '(from the partner space)',
  }),
  MDS_FRANCECONNECT_CLIENT_SECRET: z.string().min(1).meta({
    description: 'Its secret',
    example: '(from the partner space)',
  }),
  MDS_CATALOGUE: path.meta({
    description: 'Partners of the exchange, their services and agreements',
    example: '/etc/mds/catalogue.yaml',
  }),
  MDS_PARTNERS: path.meta({
    description: 'Who may show the tags, and where people come back to',
    example: '/etc/mds/partners.yaml',
  }),
  MDS_KEYS: path.optional().meta({
    description: 'Key file; write one with `node packages/portal/src/keys/create.ts FILE`',
    example: '/etc/mds/keys.json',
  }),
  MDS_KIT: path
    .default(fromRoot('.build/kit'))
    .meta({ description: 'Folder of the built kit (`npm run build`)', example: '.build/kit' }),
  MDS_PROXIES: z.coerce.number().int().min(0).max(9).default(0).meta({
    description: 'Proxies of yours before the portal, whose `X-Forwarded-For` tells the caller’s address',
    example: '1',
  }),
  MDS_LIMITS: z.coerce.number().int().min(1).default(1).meta({
    description: 'How many times the usual number of requests is let through: for load tests',
    example: '1',
  }),
  MDS_NOW: instant.optional().meta({
    description: 'An instant at which time stands still, for demo and tests',
    example: '2026-11-22T09:30:00Z',
  }),
  MDS_MAINTENANCE: interval.optional().meta({
    description: 'Announced maintenance, from/until',
    example: '2026-12-01T20:00:00Z/2026-12-01T22:00:00Z',
  }),
  MDS_SUPPORT_NAME: z
    .string()
    .min(1)
    .meta({ description: 'Whom people call when something fails', example: 'Assistance du portail' }),
  MDS_SUPPORT_PHONE: z
    .string()
    .regex(/^\+?[0-9 ]{2,20}$/)
    .meta({ description: 'Their number, as it is dialled', example: '39 39' }),
  MDS_SUPPORT_HOURS: hours.meta({
    description: 'When they answer: ISO weekdays and local time',
    example: '1-5 08:30-18:30, 6-6 09:00-12:00',
  }),
});
type Settings = z.infer<typeof Settings>;

/** Invented, and worthless outside the sandbox. */
const SANDBOX: Readonly<Record<string, string>> = {
  MDS_PORTAL_ORIGIN: 'http://portal.localhost:4000',
  MDS_WIDGETS_ORIGIN: 'http://widgets.localhost:4000',
  MDS_DATA: fromRoot('.data/portal'),
  MDS_FRANCECONNECT_ISSUER: 'http://franceconnect.localhost:4200/api/v2',
  MDS_FRANCECONNECT_CLIENT_ID: 'portail-bac-a-sable',
  MDS_FRANCECONNECT_CLIENT_SECRET: 'bac-a-sable-fc-portail',
  MDS_CATALOGUE: fromRoot('packages/sandbox/data/catalogue.yaml'),
  MDS_PARTNERS: fromRoot('packages/sandbox/data/partners.yaml'),
  MDS_SUPPORT_NAME: 'Assistance du portail de l’Exemple',
  MDS_SUPPORT_PHONE: '39 39',
  MDS_SUPPORT_HOURS: '1-5 08:30-18:30',
  // Not settings: what the placeholders of the sandbox's catalogue and partners stand for.
  MDS_SUPPLIERS_URL: 'http://127.0.0.1:4300',
  MDS_REGISTRY_SNGI_URL: 'http://127.0.0.1:4300/sngi/v1/certification',
  MDS_REGISTRY_AFFILIATIONS_URL: 'http://127.0.0.1:4300/affiliations/v1/affiliations',
  MDS_RESOURCES_URL: 'http://127.0.0.1:4500',
  MDS_CAF_URL: 'http://caf.localhost:4100',
  MDS_MSA_URL: 'http://msa.localhost:4100',
  MDS_CPAM_URL: 'http://cpam.localhost:4100',
  MDS_MAIRIE_URL: 'http://mairie.localhost:4100',
  MDS_CARSAT_URL: 'http://carsat.localhost:4300',
};

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly sandbox: boolean;
  readonly portalOrigin: string;
  readonly widgetsOrigin: string;
  readonly port: number;
  readonly listen: readonly string[];
  /** Where `/metrics` is; undefined: nowhere. */
  readonly metrics: { readonly address: string; readonly port: number } | undefined;
  readonly database: { readonly url: string } | { readonly folder: string } | { readonly memory: true };
  readonly franceConnect: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly catalogueFile: string;
  readonly partnersFile: string;
  /** Undefined: keys are made at start and forgotten at the end, together with the data in memory. */
  readonly keysFile: string | undefined;
  readonly kitFolder: string;
  readonly proxies: number;
  /** The usual limits so many times. */
  readonly limits: number;
  readonly now: string | undefined;
  readonly maintenance: { readonly from: Date; readonly until: Date } | undefined;
  readonly support: {
    readonly name: string;
    readonly phone: string;
    readonly hours: readonly OpeningHours[];
  };
  /** For the `${NAME}` placeholders of catalogue and partners. */
  readonly environment: Environment;
}

/** What is wrong with the configuration, a setting a line, and what to set; never a value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The portal cannot start:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * @throws ConfigError naming every setting to mend
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const sandbox = ['1', 'true', 'yes', 'on'].includes(given.MDS_SANDBOX?.toLowerCase() ?? '');
  const env = sandbox ? { ...SANDBOX, ...given } : given;
  const parsed = Settings.safeParse(env);
  if (!parsed.success) {
    // The first thing that is wrong with each.
    const issues = new Map(parsed.error.issues.toReversed().map((issue) => [String(issue.path[0]), issue]));
    throw new ConfigError(
      [...issues]
        .toReversed()
        .map(([name, issue]) => complaint(name, name in env ? wrong(issue) : 'is missing')),
    );
  }
  const problems = contradictions(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data, env);
}

/** What is wrong, where this file says it in words of its own; zod's own words may quote the value. */
function wrong({ code, message }: z.core.$ZodIssue): string {
  return code === 'custom' && message !== 'Invalid input' ? `is wrong: ${message}` : 'is wrong';
}

function complaint(name: string, what: string): string {
  const row = configTable().find((setting) => setting.name === name);
  return `${name} ${what}. ${row?.description ?? ''}: for example ${row?.example ?? ''}`;
}

function contradictions(settings: Settings): string[] {
  const problems: string[] = [];
  const addresses = ['MDS_PORTAL_ORIGIN', 'MDS_WIDGETS_ORIGIN', 'MDS_FRANCECONNECT_ISSUER'] as const;
  for (const name of addresses) {
    if (mayBePlain(settings[name], settings.MDS_SANDBOX)) continue;
    problems.push(
      `${name} is plain http. Set an https address (only the sandbox, MDS_SANDBOX=1, does without)`,
    );
  }
  if (new URL(settings.MDS_PORTAL_ORIGIN).hostname === new URL(settings.MDS_WIDGETS_ORIGIN).hostname) {
    problems.push(
      'MDS_WIDGETS_ORIGIN has the host of MDS_PORTAL_ORIGIN. Set two hosts: a fault in a frame must not reach the NIR page',
    );
  }
  if (settings.DATABASE_URL === undefined && settings.MDS_DATA === undefined) {
    problems.push(
      'DATABASE_URL is missing. Set it to a PostgreSQL, or MDS_DATA to a folder for a single process',
    );
  }
  if (settings.MDS_KEYS === undefined && !settings.MDS_SANDBOX)
    problems.push(complaint('MDS_KEYS', 'is missing'));
  return problems;
}

function toConfig(settings: Settings, environment: Environment): Config {
  const { DATABASE_URL: databaseUrl, MDS_DATA: data = 'memory:' } = settings;
  const inMemory = databaseUrl === undefined && data === 'memory:';
  const place = inMemory ? ({ memory: true } as const) : { folder: data };
  return {
    sandbox: settings.MDS_SANDBOX,
    portalOrigin: settings.MDS_PORTAL_ORIGIN,
    widgetsOrigin: settings.MDS_WIDGETS_ORIGIN,
    port: settings.MDS_PORT,
    listen: settings.MDS_LISTEN,
    metrics: settings.MDS_METRICS,
    database: databaseUrl === undefined ? place : { url: databaseUrl },
    franceConnect: {
      issuer: settings.MDS_FRANCECONNECT_ISSUER,
      clientId: settings.MDS_FRANCECONNECT_CLIENT_ID,
      clientSecret: settings.MDS_FRANCECONNECT_CLIENT_SECRET,
    },
    catalogueFile: settings.MDS_CATALOGUE,
    partnersFile: settings.MDS_PARTNERS,
    keysFile:
      settings.MDS_KEYS ??
      (inMemory ? undefined : `${data === 'memory:' ? fromRoot('.data/portal') : data}/keys.json`),
    kitFolder: settings.MDS_KIT,
    proxies: settings.MDS_PROXIES,
    limits: settings.MDS_LIMITS,
    now: settings.MDS_NOW,
    maintenance: settings.MDS_MAINTENANCE,
    support: {
      name: settings.MDS_SUPPORT_NAME,
      phone: settings.MDS_SUPPORT_PHONE,
      hours: settings.MDS_SUPPORT_HOURS,
    },
    environment,
  };
}

export interface SettingRow {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  /** The value in the sandbox, where it has one. */
  readonly sandbox: string;
}

/** The settings as the README shows them. */
export function configTable(): SettingRow[] {
  return Object.entries(Settings.shape).map(([name, schema]) => {
    const { description = '', example } = schema.meta() ?? {};
    return {
      name,
      description,
      example: String(example),
      sandbox: (SANDBOX[name] ?? '').replace(fromRoot(''), ''),
    };
  });
}
