import { NoSession, OpenSession, type Session } from '@mds-kit/contract/session';
import type { Operation } from '../operation.ts';

export const session: Operation<Session> = {
  name: 'session',
  method: 'GET',
  path: () => 'session',
  // `Session` by its halves: unions, which no other answer to a page is, weigh 240 bytes (brotli).
  answer: { parse: (value) => NoSession.safeParse(value).data ?? OpenSession.parse(value) },
};
