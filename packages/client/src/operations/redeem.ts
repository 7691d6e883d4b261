import { Session } from '@mds-kit/contract/session';
import type { Operation } from '../operation.ts';

export const redeem: Operation<Session> = {
  name: 'redeem',
  method: 'POST',
  path: () => 'session',
  body: (handover) => ({ handover }),
  answer: Session,
};
