import type { HttpBindings } from '@hono/node-server';
import type { Partner } from '../partners/partner-file.ts';

/** The two hosts of the one program; `other` is an address that only the machine room uses (health). */
export type HostName = 'portal' | 'widgets' | 'other';

/** What a request carries through its handlers. */
export interface PortalEnv {
  Bindings: HttpBindings;
  Variables: {
    host: HostName;
    /** The request's own number, in its log line, in the journal of the exchange, and on error pages. */
    correlation: string;
    /** Set once the partner is known to be registered. */
    partner: Partner | undefined;
    /** Problem code of a refusal, for the log. */
    problem: string | undefined;
  };
}
