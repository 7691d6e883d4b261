/** The link between FranceConnect's `sub` and a NIR: the one thing that the portal keeps of a person who comes back. */
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import type { Keys } from '../keys/keys.ts';
import { indexOf, seal, unseal } from '../keys/secret-box.ts';
import { KEPT, monthsBefore } from '../retention.ts';

export interface Links {
  /** The index under which a person's rows are found, base64url. Without the key it says nothing of the `sub`. */
  subjectOf(sub: string): string;
  /** The NIR linked to a subject, the link counted as used; undefined at a first connection. */
  find(subject: string): Promise<string | undefined>;
  store(subject: string, nir: string): Promise<void>;
}

/** By which a fund's word finds a link. Without the key it says nothing of the NIR. */
export function nirIndexOf(keys: Pick<Keys, 'index'>, nir: string): Uint8Array {
  return indexOf(keys.index, 'nir', nir);
}

export function createLinks({ kysely }: PortalDatabase, keys: Keys, clock: Clock): Links {
  const encrypt = (nir: string, subject: Uint8Array) => {
    const { current } = keys.links;
    const key = keys.links.keys[current];
    if (key === undefined) throw new Error('No current link key');
    return { key_id: current, nir: seal(key, nir, subject), nir_index: nirIndexOf(keys, nir) };
  };

  return {
    subjectOf: (sub) => Buffer.from(indexOf(keys.index, 'link', sub)).toString('base64url'),

    async find(subject) {
      const id = Buffer.from(subject, 'base64url');
      const row = await kysely
        .updateTable('link')
        .set({ last_used_at: clock() })
        .where('subject', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const key = keys.links.keys[row.key_id];
      if (key === undefined)
        throw new Error('A link is encrypted under a key that the key file does not have');
      const nir = unseal(key, row.nir, id);
      // Keys are turned over as people come back; links made before funds could ask get their index.
      if (row.key_id !== keys.links.current || row.nir_index === null) {
        await kysely.updateTable('link').set(encrypt(nir, id)).where('subject', '=', id).execute();
      }
      return nir;
    },

    async store(subject, nir) {
      const id = Buffer.from(subject, 'base64url');
      const used = { ...encrypt(nir, id), last_used_at: clock() };
      await kysely
        .insertInto('link')
        .values({ subject: id, ...used, created_at: clock() })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet(used))
        .execute();
    },
  };
}

/** Destroys links that nobody used for twelve months. */
export async function destroyUnusedLinks({ kysely }: PortalDatabase, clock: Clock): Promise<void> {
  const limit = monthsBefore(clock(), KEPT.linkMonths);
  await kysely.deleteFrom('link').where('last_used_at', '<', limit).execute();
}
