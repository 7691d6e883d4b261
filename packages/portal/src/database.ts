/** The portal's tables, as migrations make them. */
import type { AccessEvent } from '@mds-kit/contract/accesses';
import type { Domain } from '@mds-kit/contract/domains';
import type { Database } from '@mds-kit/database/open';
import type { Generated } from 'kysely';

export interface PortalTables {
  link: {
    subject: Uint8Array;
    key_id: string;
    nir: Uint8Array;
    nir_index: Uint8Array | null;
    created_at: Date;
    last_used_at: Date;
  };
  agreement: { subject: Uint8Array; partner: string; agreed: boolean; at: Date };
  session: {
    id: Uint8Array;
    partner: string;
    subject: Uint8Array;
    content: Uint8Array;
    seen_at: Date;
    ends_at: Date;
  };
  one_time_code: { id: Uint8Array; content: Uint8Array; expires_at: Date; subject: Uint8Array | null };
  counter: { id: Uint8Array; tries: number; expires_at: Date };
  access_entry: {
    id: Generated<number>;
    subject: Uint8Array;
    at: Date;
    partner: string;
    event: AccessEvent;
    domain: Domain | null;
  };
}

export type PortalDatabase = Database<PortalTables>;

export const MIGRATIONS = new URL('./migrations', import.meta.url);

/**
 * Does PostgreSQL not answer, or not now (class 08, 53, 57 of its codes), rather than not understand? Trying again helps then.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|53|57)/.test(code) ||
    /^(ECONN|ETIMEDOUT|EPIPE|EAI_)/.test(code) ||
    /timeout exceeded|terminated/.test(error.message)
  );
}
