import * as z from 'zod/mini';

/** The six domains of the portal (*les six domaines*, décret 2017-351), in the order a page shows them. */
export const DOMAINS = ['health', 'family', 'housing', 'solidarity', 'retirement', 'employment'] as const;

export const Domain = z.enum(DOMAINS);
export type Domain = z.infer<typeof Domain>;

export function isDomain(value: unknown): value is Domain {
  return (DOMAINS as readonly unknown[]).includes(value);
}
