/** `/v1/salaries?months=12`: what employers declared, asked live and kept nowhere. */
import { MONTHS } from '@mds-kit/contract/salaries';
import type { SalariesDesk } from '@mds-kit/exchange/salaries-desk';
import { Hono } from 'hono';
import type { AccessJournal } from '../accesses/journal.ts';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import { untilGone } from '../http/until-gone.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';

/** Undefined: no number of months that may be asked for. */
export function monthsIn(text: string | undefined): number | undefined {
  if (text === undefined) return MONTHS.usual;
  const months = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return months >= MONTHS.least && months <= MONTHS.most ? months : undefined;
}

export interface SalaryServices {
  readonly salariesDesk: Pick<SalariesDesk, 'salaries'>;
  readonly sessions: Sessions;
  readonly accesses: Pick<AccessJournal, 'recordSalaries'>;
}

export function salaryRoutes({ salariesDesk, sessions, accesses }: SalaryServices): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/v1/salaries', async (c) => {
    const months = monthsIn(c.req.query('months'));
    if (months === undefined) return answerProblem(c, 'invalid-request');
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return answerProblem(c, session);
    const { person } = session;
    const correlation = c.get('correlation');
    // Together: the journal has long written when the scheme has answered.
    const [salaries] = await Promise.all([
      salariesDesk.salaries({ person, months, correlation, signal: untilGone(c) }),
      accesses.recordSalaries(session),
    ]);
    return c.json(salaries);
  });
  return routes;
}
