import { SignedOut } from '@mds-kit/contract/session';
import type { Operation } from '../operation.ts';

export const signOut: Operation<SignedOut> = {
  name: 'signOut',
  method: 'DELETE',
  path: () => 'session',
  answer: SignedOut,
};
