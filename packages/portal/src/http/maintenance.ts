/**
 * Announced maintenance: the API says until when, pages say it in words; frames and the kit go on, to say it too. So
 * does signing out: whoever leaves a shared computer must not find the door locked from inside.
 */
import { createMiddleware } from 'hono/factory';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Pages } from '../pages/layout.ts';
import { maintenancePage } from '../pages/failure-page.ts';
import type { PortalEnv } from './environment.ts';
import { answerProblem } from './problems.ts';

export function maintenance(interval: Config['maintenance'], clock: Clock, pages?: Pages) {
  return createMiddleware<PortalEnv>(async (c, next) => {
    const now = clock();
    const open = interval === undefined || now < interval.from || now >= interval.until;
    if (open || (c.req.method === 'DELETE' && c.req.path === '/v1/session')) {
      await next();
      return;
    }
    const retryAfter = Math.ceil((interval.until.getTime() - now.getTime()) / 1000);
    if (pages === undefined) return answerProblem(c, 'maintenance', { until: interval.until, retryAfter });
    // No form is answered by a page: the form's own page, which is closed too, says it.
    if (c.req.method === 'POST') return c.redirect(c.req.path, 303);
    c.header('retry-after', String(retryAfter));
    return maintenancePage(c, pages, interval.until);
  });
}
