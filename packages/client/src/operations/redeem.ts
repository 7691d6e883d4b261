import type { Session } from '@mds-kit/contract/session';
import type { Operation } from '../operation.ts';
import { session } from './session.ts';

/** What only the controller of a partner's page does: no page that shows widgets itself downloads it. */
const redeem = (by: 'handover' | 'ticket'): Operation<Session> => ({
  name: 'redeem',
  method: 'POST',
  path: () => 'session',
  body: (code) => ({ [by]: code }),
  answer: session.answer,
});

/** Opens the session with the code that came back from signing in. */
export const redeemHandover = redeem('handover');

/** Opens the session with the ticket that the fund's own server was given. */
export const redeemTicket = redeem('ticket');
