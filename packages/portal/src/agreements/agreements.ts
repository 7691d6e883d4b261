/**
 * Whether a fund that has signed a person in may open their rights there, without FranceConnect: asked once of each
 * person for each fund, changed at any time, destroyed with the link.
 */
import type { AccessJournal } from '../accesses/journal.ts';
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import type { Keys } from '../keys/keys.ts';
import type { Sessions } from '../session/sessions.ts';
import { nirIndexOf } from '../sign-in/links.ts';

export interface Decision {
  readonly partner: string;
  readonly agreed: boolean;
  readonly at: Date;
}

export interface Agreements {
  /** Undefined: not asked yet. */
  decisionOf(subject: string, partner: string): Promise<boolean | undefined>;
  /** All that the person has decided, the latest first. */
  all(subject: string): Promise<Decision[]>;
  /** Takes effect at once: withdrawn, it also ends what is open at that fund. @throws JournalError */
  record(subject: string, partner: string, agreed: boolean): Promise<void>;
  /** The subject whose link has this NIR, if their last word to this fund is yes. */
  agreedSubject(nir: string, partner: string): Promise<string | undefined>;
}

export interface AgreementsOptions {
  readonly database: PortalDatabase;
  readonly keys: Pick<Keys, 'index'>;
  readonly clock: Clock;
  readonly accesses: Pick<AccessJournal, 'record'>;
  readonly sessions: Pick<Sessions, 'endAll'>;
}

const bytes = (subject: string) => Buffer.from(subject, 'base64url');

export function createAgreements({
  database,
  keys,
  clock,
  accesses,
  sessions,
}: AgreementsOptions): Agreements {
  const { kysely } = database;
  return {
    async decisionOf(subject, partner) {
      const row = await kysely
        .selectFrom('agreement')
        .select('agreed')
        .where('subject', '=', bytes(subject))
        .where('partner', '=', partner)
        .executeTakeFirst();
      return row?.agreed;
    },

    all: (subject) =>
      kysely
        .selectFrom('agreement')
        .select(['partner', 'agreed', 'at'])
        .where('subject', '=', bytes(subject))
        .orderBy('at', 'desc')
        .execute(),

    async record(subject, partner, agreed) {
      await accesses.record({ subject, partner }, agreed ? 'agreed' : 'refused-agreement');
      const decision = { agreed, at: clock() };
      await kysely
        .insertInto('agreement')
        .values({ subject: bytes(subject), partner, ...decision })
        .onConflict((conflict) => conflict.columns(['subject', 'partner']).doUpdateSet(decision))
        .execute();
      if (agreed) return;
      await sessions.endAll(subject, partner);
    },

    async agreedSubject(nir, partner) {
      // Somebody whose civil status was corrected has two subs at FranceConnect, hence two links: the last word counts.
      const row = await kysely
        .selectFrom('link')
        .innerJoin('agreement', 'agreement.subject', 'link.subject')
        .select(['link.subject', 'agreement.agreed'])
        .where('link.nir_index', '=', nirIndexOf(keys, nir))
        .where('agreement.partner', '=', partner)
        .orderBy('agreement.at', 'desc')
        .executeTakeFirst();
      return row?.agreed ? Buffer.from(row.subject).toString('base64url') : undefined;
    },
  };
}
