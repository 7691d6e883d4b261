/** `/v1/session` and `/v1/sign-in`: opening, looking at and ending a session. */
import {
  type Session,
  SessionRequest,
  type SignedOut,
  SignInRequest,
  type SignInStart,
} from '@mds-kit/contract/session';
import { type Context, Hono } from 'hono';
import type { AccessJournal } from '../accesses/journal.ts';
import type { Clock } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import { challengeOf, ticketChallengeOf } from '../keys/secret-box.ts';
import { maskNir } from '../nir/nir.ts';
import type { Partners } from '../partners/partners.ts';
import type { SignOuts } from '../sign-in/sign-out.ts';
import type { Tickets } from '../tickets/tickets.ts';
import { sessionCookie, signedOutCookie, verifierCookie } from './cookies.ts';
import type { Handovers } from './handover.ts';
import { ownSession } from './own-session.ts';
import type { OpenSession, Sessions, SignedIn } from './sessions.ts';

export interface SessionServices {
  readonly sessions: Sessions;
  readonly handovers: Handovers;
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly signOuts: SignOuts;
  readonly partners: Partners;
  readonly portalOrigin: string;
  readonly accesses: Pick<AccessJournal, 'record'>;
}

export function sessionRoutes(services: SessionServices): Hono<PortalEnv> {
  const { sessions, signOuts, partners, portalOrigin, accesses, clock } = services;
  const routes = new Hono<PortalEnv>();

  routes.get('/v1/session', async (c) => {
    const session = await ownSession(c, { find: (token) => sessions.look(token) });
    return c.json<Session>(typeof session === 'string' ? signedOut(c) : signedIn(session));
  });

  routes.post('/v1/session', async (c) => {
    const request = SessionRequest.safeParse(await jsonOf(c));
    if (!request.success) return answerProblem(c, 'invalid-request');
    const partner = partnerOf(c);
    const who = await redeem(c, services, request.data);
    if (who === undefined) return answerProblem(c, 'handover-refused');
    const former = await sessions.find(sessionCookie.read(c));
    if (former !== undefined) await sessions.end(former);
    const { token, session } = await sessions.open(partner.id, who);
    sessionCookie.write(c, token);
    verifierCookie.write(c);
    return c.json<Session>(signedIn(session));
  });

  routes.delete('/v1/session', async (c) => {
    const session = await ownSession(c, sessions);
    const { ticket } = partnerOf(c);
    if (ticket !== undefined) signedOutCookie.write(c, clock(), ticket.maxAgeSeconds);
    if (typeof session === 'string') return c.json<SignedOut>({ signOutUrl: null });
    // On every site and in every browser: whoever signs out somewhere has done, and cannot go around and look.
    await Promise.all([sessions.endAll(session.subject), accesses.record(session, 'signed-out')]);
    sessionCookie.clear(c);
    return c.json<SignedOut>({ signOutUrl: await signOuts.begin(session) });
  });

  routes.post('/v1/sign-in', async (c) => {
    const request = SignInRequest.safeParse(await jsonOf(c));
    if (!request.success) return answerProblem(c, 'invalid-request');
    const partner = partnerOf(c);
    const returnId = request.data.returnId ?? partner.returns[0]?.id ?? '';
    if (partners.returnAddress(partner, returnId) === undefined) return answerProblem(c, 'invalid-request');
    const startUrl = new URL('/start', portalOrigin);
    startUrl.searchParams.set('partner', partner.id);
    startUrl.searchParams.set('return', returnId);
    if (c.get('host') !== 'widgets') return c.json<SignInStart>({ startUrl: startUrl.href });
    const verifier = verifierCookie.read(c) ?? verifierCookie.write(c);
    startUrl.searchParams.set('challenge', challengeOf(verifier));
    return c.json<SignInStart>({ startUrl: startUrl.href });
  });

  return routes;
}

/** Who it is, by the code that came back from signing in or by the ticket of a fund. */
async function redeem(
  c: Context<PortalEnv>,
  { handovers, tickets, accesses }: SessionServices,
  request: SessionRequest,
): Promise<SignedIn | undefined> {
  const partner = partnerOf(c);
  const verifier = verifierCookie.read(c);
  if ('handover' in request) {
    const who = await handovers.redeem(request.handover, partner.id, verifier);
    if (who !== undefined) signedOutCookie.clear(c);
    return who;
  }
  const signedOutAt = signedOutCookie.read(c);
  const who = await tickets.redeem(request.ticket, { partner, verifier, signedOutAt });
  if (who !== undefined)
    await accesses.record({ subject: who.subject, partner: partner.id }, 'signed-in-by-ticket');
  return who;
}

function signedIn({ person, idleUntil, endsAt }: OpenSession): Session {
  const [firstName = ''] = person.firstNames;
  return {
    status: 'signed-in',
    citizen: { firstName, maskedNir: maskNir(person.nir) },
    idleUntil: idleUntil.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}

/** The portal's own pages are first-party: no cookie of theirs is in doubt. */
function signedOut(c: Context<PortalEnv>): Session {
  const verifier = verifierCookie.read(c);
  return {
    status: 'signed-out',
    cookies: c.get('host') === 'portal' || verifier !== undefined,
    ...(verifier && partnerOf(c).ticket && { ticketChallenge: ticketChallengeOf(verifier) }),
  };
}

function partnerOf(c: Context<PortalEnv>) {
  const partner = c.get('partner');
  if (partner === undefined) throw new Error('A route of a partner stands outside the guard');
  return partner;
}

async function jsonOf(c: Context<PortalEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}
