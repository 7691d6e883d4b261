/** What stands on the database and the keys. */
import { readMigrations } from '@mds-kit/database/migrations';
import { openDatabase } from '@mds-kit/database/open';
import { createAccessJournal } from '../accesses/journal.ts';
import { createAccessPages } from '../accesses/pages.ts';
import { createAgreements } from '../agreements/agreements.ts';
import { createPendingAgreements } from '../agreements/pending.ts';
import type { Clock } from '../clock.ts';
import { MIGRATIONS, type PortalDatabase, type PortalTables } from '../database.ts';
import type { Keys } from '../keys/keys.ts';
import { createMeDesk } from '../me/me.ts';
import { createTries } from '../nir/tries.ts';
import type { Partners } from '../partners/partners.ts';
import { KEPT } from '../retention.ts';
import { createHandovers } from '../session/handover.ts';
import { createSessions } from '../session/sessions.ts';
import { createGoingBacks } from '../sign-in/going-back.ts';
import { createLinks } from '../sign-in/links.ts';
import { createSignOuts } from '../sign-in/sign-out.ts';
import { createTransactions } from '../sign-in/transaction.ts';
import { createFundTokens } from '../tickets/fund-tokens.ts';
import { createTickets } from '../tickets/tickets.ts';
import { createUsedTokens } from '../tickets/used-tokens.ts';
import type { Parts } from './parts.ts';

/** Tries at the NIR page, and the seconds in which they count. */
const NIR_TRIES = { purpose: 'nir', limit: 5, seconds: KEPT.triesSeconds } as const;

/** Tries of one number by whomever: several accounts do not make more of them. */
const TRIES_OF_ONE_NIR = { purpose: 'one nir', limit: 10, seconds: KEPT.triesOfNumberSeconds } as const;

/** The portal’s own, where nobody else opened one. */
export async function openOwn({ config, clock, atClose }: Parts): Promise<PortalDatabase> {
  const migrations = await readMigrations(MIGRATIONS);
  const database = await openDatabase<PortalTables>({
    ...config.database,
    program: 'portal',
    migrations,
    clock,
  });
  atClose(() => database.close());
  return database;
}

interface Storage {
  readonly database: PortalDatabase;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly portalOrigin: string;
  readonly partners: Partners;
}

export function storage({ database, keys, clock, portalOrigin, partners }: Storage) {
  const accesses = createAccessJournal(database, clock);
  const sessions = createSessions(database, clock);
  const signOuts = createSignOuts(database, clock, portalOrigin);
  const links = createLinks(database, keys, clock);
  const agreements = createAgreements({ database, keys, clock, accesses, sessions });
  const usedTokens = createUsedTokens(database);
  return {
    accesses,
    accessPages: createAccessPages(database, keys),
    sessions,
    signOuts,
    meDesk: createMeDesk({ database, keys, clock, partners, sessions, signOuts, accesses }),
    handovers: createHandovers(database, clock),
    links,
    agreements,
    pendingAgreements: createPendingAgreements({ key: keys.cookies, clock, usedTokens }),
    fundTokens: createFundTokens({ partners, portalOrigin, usedTokens, clock }),
    tickets: createTickets({ database, clock, agreements, links }),
    goingBack: createGoingBacks({ key: keys.cookies, clock }),
    transactions: createTransactions({ key: keys.cookies, clock, database }),
    tries: createTries({ database, clock, key: keys.index, ...NIR_TRIES }),
    triesOfNumber: createTries({ database, clock, key: keys.index, ...TRIES_OF_ONE_NIR }),
  };
}
