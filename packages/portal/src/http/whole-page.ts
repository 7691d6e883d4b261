/** What is for a person's whole page, and nothing else. */
import type { MiddlewareHandler } from 'hono';
import type { PortalEnv } from './environment.ts';
import { answerProblem } from './problems.ts';

/**
 * Refuses what a browser asks for an image, a script or a frame, before it counts: any page of the web could have its
 * visitors' addresses used up, and nobody at a town hall could sign in. What says nothing of itself is an old browser.
 */
export const wholePageOnly: MiddlewareHandler<PortalEnv> = (c, next) => {
  const dest = c.req.header('sec-fetch-dest') ?? 'document';
  return dest === 'document' ? next() : Promise.resolve(answerProblem(c, 'origin-refused'));
};
