/** A process of its own that takes one deposit, for whoever wants to kill it: says when it begins. */
import { ingestFile } from '@mds-kit/resources/ingestion/ingest';
import { sql } from 'kysely';
import { openAt, placeIn } from './place.ts';

const [folder = '', file = '', anew] = process.argv.slice(2);
const url = process.env.DATABASE_URL;

await using store = await openAt(placeIn(folder, 'killed', url === '' ? undefined : url));
if (anew !== undefined)
  await sql`truncate deposit, declaration, statement, payment_line`.execute(store.database.kysely);
process.stdout.write('begun\n');
await ingestFile(store, file);
