/** Where a process of the scheme keeps its data, and what is held there. */
import { join } from 'node:path';
import { placeOf } from '@mds-kit/resources/place';
import { openStore, type Store } from '@mds-kit/resources/store';
import { sql } from 'kysely';

export const NOW = '2026-11-22T09:00:00Z';

/** How the command is told of it. */
export type Place = { env: Record<string, string>; args: readonly string[] };

/** On the server of `url`, or else in a folder of that name. */
export const placeIn = (folder: string, name: string, url: string | undefined): Place =>
  url === undefined
    ? { env: { DATABASE_URL: '', MDS_NOW: NOW }, args: ['--data', join(folder, name)] }
    : {
        env: { DATABASE_URL: url, MDS_RESOURCES_KEYS: join(folder, 'keys.json'), MDS_NOW: NOW },
        args: [],
      };

export const openAt = ({ env, args }: Place) =>
  openStore({ ...placeOf(env, args[1]), clock: () => new Date(NOW) });

/** `different`: lines that are not one another's double. */
export async function heldIn({ database }: Store) {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from payment_line) as lines,
    (select count(*) from (select distinct person, kind, declaration from payment_line) as one) as different,
    (select count(*) from statement) as statements,
    (select count(*) from declaration) as declarations,
    (select count(*) from deposit) as deposits`.execute(database.kysely);
  return rows[0];
}
