import { Salaries } from '@mds-kit/contract/salaries';
import type { Operation } from '../operation.ts';

/** What employers declared; the argument is the number of months, `1` to `36`, or nothing for the usual twelve. */
export const salaries: Operation<Salaries> = {
  name: 'salaries',
  method: 'GET',
  path: (months) => `salaries${months && `?months=${encodeURIComponent(months)}`}`,
  answer: Salaries,
};
