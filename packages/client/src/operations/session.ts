import { Session } from '@mds-kit/contract/session';
import type { Operation } from '../operation.ts';

export const session: Operation<Session> = {
  name: 'session',
  method: 'GET',
  path: () => 'session',
  answer: Session,
};
