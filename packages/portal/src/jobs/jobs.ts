/**
 * What the portal destroys by itself, once however many replicas there are. How long it is kept: retention.ts. What lives for
 * minutes is of no use to anybody from then on, and gone some minutes later.
 */
import type { Job } from '@mds-kit/database/jobs';
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { KEPT, monthsBefore } from '../retention.ts';
import { purgeSessions } from '../session/sessions.ts';
import { destroyUnusedLinks } from '../sign-in/links.ts';

export function portalJobs(database: PortalDatabase, clock: Clock): Job[] {
  return [
    { name: 'purge-expired', every: { minutes: 5 }, run: () => purgeExpired(database, clock) },
    { name: 'destroy-unused-links', every: { hours: 1 }, run: () => destroyUnusedLinks(database, clock) },
    { name: 'purge-accesses', every: { hours: 1 }, run: () => purgeAccesses(database, clock) },
  ];
}

async function purgeExpired(database: PortalDatabase, clock: Clock): Promise<void> {
  await purgeSessions(database, clock);
  await database.kysely.deleteFrom('one_time_code').where('expires_at', '<=', clock()).execute();
  await database.kysely.deleteFrom('counter').where('expires_at', '<=', clock()).execute();
}

async function purgeAccesses({ kysely }: PortalDatabase, clock: Clock): Promise<void> {
  const limit = monthsBefore(clock(), KEPT.accessMonths);
  await kysely.deleteFrom('access_entry').where('at', '<', limit).execute();
}
