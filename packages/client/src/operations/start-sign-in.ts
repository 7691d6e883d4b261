import { SignInStart } from '@mds-kit/contract/session';
import type { Operation } from '../operation.ts';

export const startSignIn: Operation<SignInStart> = {
  name: 'startSignIn',
  method: 'POST',
  path: () => 'sign-in',
  body: (returnId) => (returnId ? { returnId } : {}),
  answer: SignInStart,
};
