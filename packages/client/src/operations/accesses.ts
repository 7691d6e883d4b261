import { Accesses } from '@mds-kit/contract/accesses';
import type { Operation } from '../operation.ts';

/** A page of the access journal; the argument is the cursor of the page before it, or nothing. */
export const accesses: Operation<Accesses> = {
  name: 'accesses',
  method: 'GET',
  path: (before) => `accesses${before && `?before=${encodeURIComponent(before)}`}`,
  answer: Accesses,
};
