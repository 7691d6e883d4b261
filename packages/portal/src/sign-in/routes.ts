/** `/start`, `/callback`: to FranceConnect and back. */
import { type Context, Hono } from 'hono';
import { randomNonce, randomState } from 'openid-client';
import type { PortalEnv } from '../http/environment.ts';
import { isToken } from '../keys/secret-box.ts';
import { describeError, type Log } from '../operations/log.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { Partners } from '../partners/partners.ts';
import { arrive, type ArrivalServices } from './arrival.ts';
import { countSignIn, fail } from './fail.ts';
import { type FranceConnect, SignInError } from './france-connect.ts';
import type { Links } from './links.ts';
import type { AtFranceConnect, Destination, Transactions } from './transaction.ts';

export interface SignInServices extends ArrivalServices {
  readonly franceConnect: FranceConnect;
  readonly links: Links;
  readonly transactions: Transactions;
  readonly log: Log;
  readonly portalOrigin: string;
  readonly widgetsOrigin: string;
}

export function signInRoutes(services: SignInServices): Hono<PortalEnv> {
  const { franceConnect, links, partners, transactions, portalOrigin } = services;
  const routes = new Hono<PortalEnv>();

  routes.get('/start', async (c) => {
    const destination = readDestination(c, partners);
    if (destination === undefined) return fail(c, services, 'unknown-start');
    if (!isFromOurs(c, services, destination)) return fail(c, services, 'foreign-start', destination);
    const expected = { state: randomState(), nonce: randomNonce() };
    try {
      const url = await franceConnect.authorizationUrl(expected);
      await transactions.write(c, { stage: 'authorizing', ...expected, ...destination });
      return c.redirect(url.href, 303);
    } catch (error) {
      return failFrom(c, services, error, destination);
    }
  });

  routes.get('/callback', async (c) => {
    const transaction = await takeAnswer(c, services);
    if (transaction instanceof Response) return transaction;
    const { state, partner, returnId, challenge } = transaction;
    const destination = { partner, returnId, challenge };
    try {
      // Not the address as it came in: a proxy may have changed its host, and the issuer checks it.
      const callback = new URL(`/callback${new URL(c.req.url).search}`, portalOrigin);
      const { sub, identity, idToken } = await franceConnect.complete(callback, transaction);
      const subject = links.subjectOf(sub);
      const nir = await links.find(subject);
      countSignIn(services.metrics, nir === undefined ? 'first-connection' : 'signed-in');
      if (nir !== undefined) {
        return await arrive(
          c,
          services,
          destination,
          { subject, idToken, person: { ...identity, nir } },
          false,
        );
      }
      await transactions.write(c, {
        stage: 'identifying',
        state,
        subject,
        idToken,
        identity,
        ...destination,
      });
      return c.redirect('/nir', 303);
    } catch (error) {
      return failFrom(c, services, error, destination);
    }
  });

  return routes;
}

/**
 * The sign-in that this answer of FranceConnect is for, which then is spent; or the page that says why there is none.
 * Somebody else's state, an older tab's or a stranger's, leaves the one under way as it is.
 */
async function takeAnswer(
  c: Context<PortalEnv>,
  services: SignInServices,
): Promise<AtFranceConnect | Response> {
  const { transactions } = services;
  const found = await transactions.read(c);
  if (found === undefined || found.stage === 'lapsed') return fail(c, services, 'expired', found);
  if (found.stage === 'spent') return fail(c, services, 'spent', found);
  if (c.req.query('state') !== found.state) return fail(c, services, 'superseded', found);
  const taken = found.stage === 'authorizing' && (await transactions.spend(c, found));
  return taken ? found : fail(c, services, 'spent', found);
}

/** What a start address asks for, when all of it is registered and of one piece. */
function readDestination(c: Context<PortalEnv>, partners: Partners): Destination | undefined {
  const { partner: id = '', return: returnId = '', challenge } = c.req.query();
  const partner = partners.find(id);
  if (partner === undefined || partners.returnAddress(partner, returnId) === undefined) return undefined;
  c.set('partner', partner);
  const own = partner.id === PORTAL_PARTNER;
  if (own) return challenge === undefined ? { partner: id, returnId, challenge: null } : undefined;
  return isToken(challenge) ? { partner: id, returnId, challenge } : undefined;
}

/**
 * Whether a document of ours led here: the frame that holds the verifier of this challenge, or our own page on which one
 * begins anew. Any page can lead a person to an address, with the challenge of somebody else's browser in it; they would sign
 * in, and the code that the page reads when they come back would open their session there (a browser swap). What a
 * browser says of who led here no script can set. Where the tags stand in the partner's page itself, there is no frame,
 * and its scripts can read everything anyway.
 */
function isFromOurs(
  c: Context<PortalEnv>,
  { partners, widgetsOrigin }: Pick<SignInServices, 'partners' | 'widgetsOrigin'>,
  { partner, challenge }: Destination,
): boolean {
  if (challenge === null || partners.find(partner)?.inPage) return true;
  const referer = c.req.header('referer') ?? '';
  const led = URL.canParse(referer) ? new URL(referer).origin : undefined;
  return led === widgetsOrigin || c.req.header('sec-fetch-site') === 'same-origin';
}

function failFrom(c: Context<PortalEnv>, services: SignInServices, error: unknown, destination: Destination) {
  if (!(error instanceof SignInError)) throw error;
  const why = {
    ...describeError(error.cause ?? error),
    event: 'sign-in-fault',
    correlation: c.get('correlation'),
  };
  services.log({ level: 'warn', ...why });
  return fail(c, services, error.code, destination);
}
