import { DomainRights } from '@mds-kit/contract/rights';
import type { Operation } from '../operation.ts';

export const rights: Operation<DomainRights> = {
  name: 'rights',
  method: 'GET',
  path: (domain) => `rights/${domain}`,
  answer: DomainRights,
};
