import { Catalogue } from '@mds-kit/contract/catalogue';
import type { Operation } from '../operation.ts';

export const catalogue: Operation<Catalogue> = {
  name: 'catalogue',
  method: 'GET',
  path: () => 'catalogue',
  open: true,
  answer: Catalogue,
};
