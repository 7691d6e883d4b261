/** What is kept of a person: shown whole, and destroyed at their word (RGPD art. 15, 17 and 20). */
import type { Me } from '@mds-kit/contract/me';
import type { AccessJournal } from '../accesses/journal.ts';
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import type { Keys } from '../keys/keys.ts';
import type { Partners } from '../partners/partners.ts';
import { RETENTION } from '../retention.ts';
import type { OpenSession, Sessions } from '../session/sessions.ts';
import { nirIndexOf } from '../sign-in/links.ts';
import type { SignOuts } from '../sign-in/sign-out.ts';
import { type Asker, KEPT_KINDS } from './kept.ts';

export interface MeDesk {
  /** Everything that is kept of the person, for their own page. */
  look(session: OpenSession): Promise<Me>;
  /** The same, taken away: the journal tells of it. @throws JournalError */
  export(session: OpenSession): Promise<Me>;
  /**
   * Destroys the link and with it everything that refers to it: sessions on every host, codes under way, the journal.
   * Answers where the whole page goes next, so that FranceConnect's own session ends too.
   */
  unlink(session: OpenSession): Promise<string>;
}

export interface MeParts {
  readonly database: PortalDatabase;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly partners: Partners;
  readonly sessions: Sessions;
  readonly signOuts: SignOuts;
  readonly accesses: Pick<AccessJournal, 'record'>;
}

const french = (text: string) => ({ lang: 'fr', text });

export function createMeDesk(parts: MeParts): MeDesk {
  const { database, keys, clock, partners, sessions, signOuts, accesses } = parts;
  const { kysely } = database;
  async function look(session: OpenSession): Promise<Me> {
    const subject = Buffer.from(session.subject, 'base64url');
    const asker: Asker = { kysely, keys, partners, session, subject };
    const kept = KEPT_KINDS.map(async ({ what, read }) => {
      const { name, purpose, basis, duration } = RETENTION[what];
      return {
        what,
        name: french(name),
        purpose: french(`${purpose} ${basis}.`),
        duration: french(duration),
        items: await read(asker),
      };
    });
    return { asOf: clock().toISOString(), kept: await Promise.all(kept) };
  }

  return {
    look,

    async export(session) {
      await accesses.record(session, 'exported');
      return look(session);
    },

    async unlink(session) {
      // First, while the session can still say it.
      const signOutUrl = await signOuts.begin(session);
      // Who was given another `sub` when their civil status was corrected has two links, and means both: the former one is
      // theirs to reach no more, and what they once agreed to under it would stand.
      const links = await kysely
        .selectFrom('link')
        .select('subject')
        .where('nir_index', '=', nirIndexOf(keys, session.person.nir))
        .execute();
      const subjects = links.map(({ subject }) => Buffer.from(subject).toString('base64url'));
      for (const subject of new Set([session.subject, ...subjects])) {
        // One by one, so that this process forgets them at once.
        await sessions.endAll(subject);
        await kysely.deleteFrom('link').where('subject', '=', Buffer.from(subject, 'base64url')).execute();
      }
      return signOutUrl;
    },
  };
}
