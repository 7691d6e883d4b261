/** Where the data are: the PostgreSQL of DATABASE_URL, or a folder of one process's own. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StorePlace } from './store.ts';

const USUAL_FOLDER = fileURLToPath(new URL('../../../.data/resources', import.meta.url));

export type Environment = Readonly<Record<string, string | undefined>>;

/** @param folder given on the command line; outweighs DATABASE_URL, which may be set for everything on a machine */
export function placeOf(environment: Environment, folder?: string): Pick<StorePlace, 'place' | 'keysFile'> {
  const { DATABASE_URL: url, MDS_RESOURCES_DATA: data, MDS_RESOURCES_KEYS: keys } = environment;
  const own = folder ?? (data !== undefined && data !== '' ? data : USUAL_FOLDER);
  const keysFile = keys !== undefined && keys !== '' ? keys : join(own, 'keys.json');
  if (folder === undefined && url !== undefined && url !== '') return { place: { url }, keysFile };
  return { place: { folder: own }, keysFile };
}
