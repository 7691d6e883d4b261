/** What an operator of the scheme sets, by environment variable. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Environment, placeOf } from './place.ts';
import type { StorePlace } from './store.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const Settings = z.object({
  MDS_SANDBOX: z
    .stringbool()
    .default(false)
    .meta({ description: 'Sandbox: keys may stand in the agreements, and plain http', example: '1' }),
  MDS_RESOURCES_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4500)
    .meta({ description: 'Port to listen on', example: '4500' }),
  MDS_LISTEN: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .default(['127.0.0.1', '::1'])
    .meta({
      description: 'Addresses to listen on; a proxy that speaks TLS stands before them',
      example: '127.0.0.1,::1',
    }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({
      description: 'PostgreSQL of its own, never the portal’s',
      example: 'postgres://resources@db/resources',
    }),
  MDS_RESOURCES_DATA: z.string().min(1).default(fromRoot('.data/resources')).meta({
    description: 'Folder of inbox, keys and, without `DATABASE_URL`, of the database',
    example: '.data/resources',
  }),
  MDS_RESOURCES_KEYS: z.string().min(1).optional().meta({
    description: 'Key file under which people are indexed; made for an empty database where there is none',
    example: '/etc/mds/resources-keys.json',
  }),
  MDS_RESOURCES_INBOX: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Folder that is watched for deposits', example: '.data/resources/inbox' }),
  MDS_RESOURCES_OUTBOX: z.string().min(1).optional().meta({
    description: 'Folder of the monthly files for funds, one folder each',
    example: '.data/resources/outbox',
  }),
  MDS_RESOURCES_AGREEMENTS: z
    .string()
    .min(1)
    .default(fromRoot('packages/resources/data/agreements.yaml'))
    .meta({ description: 'Partners, purposes and memberships', example: '/etc/mds/agreements.yaml' }),
  MDS_NOW: z.iso.datetime({ offset: true }).optional().meta({
    description: 'An instant at which time stands still, for demo and tests',
    example: '2026-11-22T09:30:00Z',
  }),
});

/** Invented: what the placeholders of the sandbox's agreements stand for. */
const SANDBOX: Readonly<Record<string, string>> = {
  MDS_PORTAL_JWKS_URL: 'http://portal.localhost:4000/.well-known/jwks.json',
  MDS_FUNDS_URL: 'http://127.0.0.1:4300/funds',
};

export interface Config {
  readonly sandbox: boolean;
  readonly port: number;
  readonly listen: readonly string[];
  readonly store: Pick<StorePlace, 'place' | 'keysFile'>;
  readonly inbox: string;
  /** Where files lie while they are handed on. */
  readonly spool: string;
  /** Where the monthly files of those are put who are sent resources. */
  readonly outbox: string;
  readonly agreements: string;
  readonly now: string | undefined;
  readonly environment: Environment;
}

/** What is wrong with the configuration, a setting a line; never a value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path: [name] }) => String(name)));
    const rows = configTable().filter(({ name }) => names.has(name));
    const lines = rows.map(
      ({ name, description, example }) => `  ${name} is wrong. ${description}: for example ${example}`,
    );
    throw new ConfigError(['The scheme cannot start:', ...lines].join('\n'));
  }
  const settings = parsed.data;
  const data = settings.MDS_RESOURCES_DATA;
  const inbox = settings.MDS_RESOURCES_INBOX ?? join(data, 'inbox');
  return {
    sandbox: settings.MDS_SANDBOX,
    port: settings.MDS_RESOURCES_PORT,
    listen: settings.MDS_LISTEN,
    store: placeOf(given),
    inbox,
    // Beside the inbox: files are handed on by links, which stay on one file system.
    spool: `${inbox}-routing`,
    outbox: settings.MDS_RESOURCES_OUTBOX ?? join(data, 'outbox'),
    agreements: settings.MDS_RESOURCES_AGREEMENTS,
    now: settings.MDS_NOW,
    environment: settings.MDS_SANDBOX ? { ...SANDBOX, ...given } : given,
  };
}

/** The settings as the README shows them. */
export function configTable(): { name: string; description: string; example: string }[] {
  return Object.entries(Settings.shape).map(([name, schema]) => {
    const { description = '', example } = schema.meta() ?? {};
    return { name, description, example: String(example) };
  });
}
