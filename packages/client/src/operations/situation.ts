import { KnownSituation } from '@mds-kit/contract/situation';
import type { Operation } from '../operation.ts';

/** What is known already of the household, for the portal's own page that simulates. */
export const situation: Operation<KnownSituation> = {
  name: 'situation',
  method: 'GET',
  path: () => 'situation',
  answer: KnownSituation,
};
