import { z } from 'zod';

const Origin = z.url().transform((text) => new URL(text).origin);

/** What the sandbox's program reads from its environment; every value has the default that `npm start` uses. */
export const SandboxConfig = z.object({
  SANDBOX_FC_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4200)
    .meta({ description: 'Port of the FranceConnect stand-in' }),
  SANDBOX_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4300)
    .meta({ description: 'Port of suppliers, registries, faults and the Carsat’s account page' }),
  MDS_PORTAL_ORIGIN: Origin.default('http://portal.localhost:4000').meta({
    description: 'Origin of the portal: its redirect addresses at FranceConnect, its public keys',
  }),
  SANDBOX_JWKS_URL: z
    .url()
    .optional()
    .meta({ description: 'Where the portal’s public keys are, if not at {portal}/.well-known/jwks.json' }),
  MDS_NOW: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'An instant at which time stands still, for demo and tests' }),
});
export type SandboxConfig = z.infer<typeof SandboxConfig>;

/** @throws Error naming each wrong setting and what it is for */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): SandboxConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = SandboxConfig.safeParse(given);
  if (result.success) return result.data;
  const names = new Set(result.error.issues.map(({ path }) => String(path[0])));
  const complaints = Object.entries(SandboxConfig.shape)
    .filter(([name]) => names.has(name))
    .map(([name, schema]) => `${name} is wrong. ${schema.meta()?.description ?? ''}`);
  throw new Error(`The sandbox cannot start:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
}
