/**
 * `POST /token`: a fund's server changes its word for a ticket (OAuth token exchange, RFC 8693). No browser ever calls
 * it. This is the one way on which a NIR reaches the portal from outside: from server to server, in the body of a POST,
 * inside a token that the fund has signed; never in an address, never in a log line, and nothing of it in the answer.
 */
import { type Context, Hono } from 'hono';
import type { Registries } from '@mds-kit/exchange/registries/registries';
import type { PortalEnv } from '../http/environment.ts';
import type { Limits } from '../limits/limit.ts';
import { describeError, type Log } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { FundTokens } from './fund-tokens.ts';
import type { Tickets } from './tickets.ts';
import { TokenError } from './token-error.ts';
import { readTokenRequest, TICKET_TYPE } from './token-request.ts';

export interface TokenServices {
  readonly fundTokens: FundTokens;
  readonly tickets: Tickets;
  readonly registries: Pick<Registries, 'certifyNir'>;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Log;
}

const goOn = () => Promise.resolve();

export function tokenRoutes(services: TokenServices): Hono<PortalEnv> {
  const { limits, log } = services;
  const routes = new Hono<PortalEnv>();

  routes.post('/token', async (c) => {
    try {
      const answer = await exchange(c, services);
      count(services, answer.ok ? 'issued' : 'limited');
      return answer;
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      count(services, error.fault);
      // One address may serve a whole fund: only those who are nobody are counted by it.
      const tooMany = error.fault === 'invalid_client' ? await limits.signIn(c, goOn) : undefined;
      if (tooMany instanceof Response) return tooMany;
      const { cause } = error;
      if (cause instanceof Error) {
        const line = { level: 'warn', event: 'token-refused', correlation: c.get('correlation') };
        log({ ...describeError(cause), ...line });
      }
      c.set('problem', `token-${error.fault.replaceAll('_', '-')}`);
      const status = error.fault === 'invalid_client' ? 401 : 400;
      return c.json({ error: error.fault, error_description: error.message }, status);
    }
  });

  return routes;
}

async function exchange(
  c: Context<PortalEnv, string>,
  { fundTokens, tickets, registries, limits }: TokenServices,
): Promise<Response> {
  const request = readTokenRequest(c.req.header('content-type'), await c.req.text());
  const fund = await fundTokens.client(request.client_assertion, request.client_id);
  c.set('partner', fund);
  const tooMany = await limits.caller(c, goOn);
  if (tooMany instanceof Response) return tooMany;
  const subject = await fundTokens.subject(request.subject_token, fund);
  // The fund's word for who has this number is worth what the registry says of it: rights are asked for by both.
  const certification = await registries.certifyNir(subject.person, { correlation: c.get('correlation') });
  const ticket =
    certification === 'certified' ? await tickets.issue(fund, request.challenge, subject) : undefined;
  // ONE answer: another identity than the number's, no link yet, not agreed, or a level or an age that is not enough. A fund
  // does not learn which.
  if (ticket === undefined)
    throw new TokenError('interaction_required', 'The person has to sign in on the portal themselves');
  return c.json({
    access_token: ticket,
    issued_token_type: TICKET_TYPE,
    token_type: 'N_A',
    expires_in: tickets.seconds,
  });
}

function count({ metrics }: TokenServices, outcome: string): void {
  metrics.count('mds_tickets_total', 'Answers to funds that asked for a ticket', { outcome });
}
