/**
 * One program, two hosts: the widgets' (frames, their API, the kit) and the portal's (sign-in, NIR, own pages). A route
 * is on the host that it belongs to and nowhere else, so that a fault in a frame never reaches the NIR page.
 */
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { type AccessJournal, JournalError } from './accesses/journal.ts';
import { accessRoutes, type AccessServices } from './accesses/routes.ts';
import { agreementRoutes, type AgreementServices } from './agreements/routes.ts';
import { assetRoute } from './assets/routes.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { isOutage } from './database.ts';
import { frameDocumentRoutes } from './frame-documents/routes.ts';
import type { HostName, PortalEnv } from './http/environment.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { guard } from './http/guard.ts';
import { maintenance } from './http/maintenance.ts';
import { answerProblem } from './http/problems.ts';
import { securityHeaders } from './http/security-headers.ts';
import { wholePageOnly } from './http/whole-page.ts';
import { kitRoutes } from './kit/routes.ts';
import type { Limits } from './limits/limit.ts';
import { meRoutes, type MeServices } from './me/routes.ts';
import { nirRoutes, type NirServices } from './nir/routes.ts';
import { describeError, type Log } from './operations/log.ts';
import { observe } from './operations/observe.ts';
import { metricsRoute, operationsRoutes, type OperationsOptions } from './operations/routes.ts';
import { faultPage, notFoundPage } from './pages/failure-page.ts';
import { homeRoutes, type HomeServices } from './pages/home.ts';
import { privacyRoutes, type PrivacyServices } from './pages/privacy.ts';
import { SALARIES_PATH, salariesPageRoutes } from './pages/salaries.ts';
import { reboundRoutes, towardsRebound } from './rebound/routes.ts';
import { catalogueRoute, rightsRoutes } from './rights/routes.ts';
import { salaryRoutes, type SalaryServices } from './salaries/routes.ts';
import { sessionRoutes, type SessionServices } from './session/routes.ts';
import { goingBackRoutes } from './sign-in/going-back.ts';
import { signInRoutes, type SignInServices } from './sign-in/routes.ts';
import { signOutRoutes } from './sign-in/sign-out-routes.ts';
import { stoppedRoute } from './sign-in/stopped-route.ts';
import { situationRoutes, type SituationServices } from './situation/routes.ts';
import { tokenRoutes, type TokenServices } from './tickets/routes.ts';

export interface Services
  extends
    SessionServices,
    AgreementServices,
    TokenServices,
    AccessServices,
    MeServices,
    PrivacyServices,
    SignInServices,
    NirServices,
    HomeServices,
    SalaryServices,
    SituationServices,
    OperationsOptions {
  readonly config: Pick<Config, 'portalOrigin' | 'widgetsOrigin' | 'maintenance'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: Limits;
  readonly catalogue: Parameters<typeof reboundRoutes>[0];
  readonly publicCatalogue: Parameters<typeof catalogueRoute>[0];
  readonly desk: Parameters<typeof rightsRoutes>[0];
  readonly accesses: AccessJournal;
}

/** No request of ours comes near this, in bytes. */
const LARGEST_REQUEST = 16 * 1024;

export type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

export interface Route {
  readonly host: HostName;
  readonly method: string;
  /** As routes are written: `/v1/rights/:domain`. */
  readonly path: string;
}

export interface App {
  readonly fetch: Fetch;
  /** What the operator asks on an address of their own. */
  readonly fetchMetrics: Fetch;
  /** Every route there is, so that a test can hold that none was forgotten. */
  readonly routes: readonly Route[];
}

export function createApp(services: Services): App {
  const { portalOrigin, widgetsOrigin } = services.config;
  const [portal, widgets, others] = [portalHost(services), widgetsHost(services), otherHosts(services)];
  const operator = new Hono<PortalEnv>().use(securityHeaders('')).route('/', metricsRoute(services.metrics));
  const hosts = new Map([
    [new URL(portalOrigin).host, portal],
    [new URL(widgetsOrigin).host, widgets],
  ]);
  return {
    fetch: (request, env) =>
      (hosts.get(env.incoming.headers.host?.toLowerCase() ?? '') ?? others).fetch(request, env),
    fetchMetrics: (request, env) => operator.fetch(request, env),
    routes: [...routesOf('portal', portal), ...routesOf('widgets', widgets), ...routesOf('other', others)],
  };
}

/** What answers, without what only looks on. */
function routesOf(host: HostName, app: Hono<PortalEnv>): Route[] {
  const answering = app.routes.filter(({ method }) => method !== 'ALL');
  const names = new Set(answering.map(({ method, path }) => `${method} ${path}`));
  return [...names].map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { host, method, path };
  });
}

function portalHost(services: Services): Hono<PortalEnv> {
  const { config, clock, pages, catalogue, limits } = services;
  const host = createHost('portal', config.portalOrigin, services);
  host.route('/', assetRoute('portal.css'));
  host.route('/', assetRoute('icon.svg'));
  host.route('/', reboundRoutes(catalogue, pages));
  host.route('/', api(services, config.portalOrigin));
  // Looking ahead (link checkers, previews) must not spend what works once.
  for (const path of ['/callback', '/sign-out/*', '/privacy/export']) {
    host.use(path, (c, next) => (c.req.method === 'HEAD' ? Promise.resolve(c.body(null, 405)) : next()));
  }
  for (const path of ['/start', '/callback', '/nir', '/agreement'])
    host.use(path, wholePageOnly, limits.signIn);
  for (const path of ['/', '/start', '/callback', '/nir', '/agreement', '/privacy/*', SALARIES_PATH]) {
    host.use(path, maintenance(config.maintenance, clock, pages));
  }
  host.use('/token', maintenance(config.maintenance, clock));
  host.route('/', tokenRoutes(services));
  host.route('/', homeRoutes(services));
  host.route('/', salariesPageRoutes(services));
  host.route('/', privacyRoutes(services));
  host.route('/', signInRoutes(services));
  host.route('/', nirRoutes(services));
  host.route('/', agreementRoutes(services));
  host.route('/', goingBackRoutes(services));
  host.route('/', stoppedRoute(services));
  host.route('/', signOutRoutes(services));
  return host;
}

function widgetsHost(services: Services): Hono<PortalEnv> {
  const { config, kit, partners, catalogue } = services;
  const host = createHost('widgets', config.widgetsOrigin, services);
  host.route('/', assetRoute('frame.css'));
  host.route('/', frameDocumentRoutes(kit, partners, config.portalOrigin));
  host.route('/', towardsRebound(catalogue, config.portalOrigin));
  host.route('/', api(services, config.widgetsOrigin));
  return host;
}

/** The machine room asks by address, not by name; anybody else has come to the wrong door (RFC 9110 §15.5.20). */
function otherHosts(services: Services): Hono<PortalEnv> {
  const host = new Hono<PortalEnv>();
  host.use(observe('other', services.log, services.metrics), securityHeaders(''));
  host.route('/', operationsRoutes(services));
  host.notFound((c) => c.text('No such host here: set MDS_PORTAL_ORIGIN and MDS_WIDGETS_ORIGIN.\n', 421));
  return host;
}

/** What both hosts have: the log, the headers, the kit, the machine room, and their way to say no. */
function createHost(name: HostName, origin: string, services: Services): Hono<PortalEnv> {
  const { log, metrics, kit, pages } = services;
  const host = new Hono<PortalEnv>();
  const inWords = (path: string) => name === 'portal' && !/^\/(v1\/|token$)/.test(path);
  host.use(observe(name, log, metrics), securityHeaders(origin));
  host.use(methodNotAllowed({ app: host, onMethodNotAllowed: (c) => answerProblem(c, 'method-refused') }));
  const limit = {
    maxSize: LARGEST_REQUEST,
    onError: (c: Context<PortalEnv>) => answerProblem(c, 'too-large'),
  };
  const limited = bodyLimit(limit);
  // Looking for the body of a GET would cost it a whole Request.
  // The NIR page has a smaller limit of its own, and says in words what is wrong.
  host.use((c, next) => (c.req.method === 'GET' || c.req.path === '/nir' ? next() : limited(c, next)));
  host.notFound((c) => {
    // No form of ours goes to where there is nothing.
    const inPage = inWords(c.req.path) && c.req.method !== 'POST';
    return inPage ? notFoundPage(c, pages) : answerProblem(c, 'not-found');
  });
  host.onError((error, c) => {
    // The person left; nobody reads this answer.
    if (c.env.outgoing.destroyed) return c.body(null, 408);
    log({ level: 'error', event: 'fault', correlation: c.get('correlation'), ...describeError(error) });
    if (inWords(c.req.path)) return faultPage(c, pages);
    const passing = isOutage(error) || error instanceof JournalError;
    return answerProblem(c, passing ? 'unavailable' : 'internal');
  });
  host.route('/', operationsRoutes(services));
  host.route('/', kitRoutes(kit));
  return host;
}

/** `/v1`. The catalogue answers in maintenance too: it says whom to call. */
function api(services: Services, ownOrigin: string): Hono<PortalEnv> {
  const { config, clock, partners, publicCatalogue, desk, sessions, limits } = services;
  const routes = new Hono<PortalEnv>();
  // The portal's own pages are on its origin: nobody else has any business there.
  if (ownOrigin === config.widgetsOrigin) routes.use('/v1/*', crossOrigin(partners));
  routes.route('/', catalogueRoute(publicCatalogue));
  routes.use('/v1/*', maintenance(config.maintenance, clock), guard(partners, ownOrigin));
  // After the guard, which looks nothing up: somebody else's page must not use up what its visitors' town hall may ask.
  routes.use('/v1/*', limits.address, limits.caller);
  for (const path of ['/v1/session', '/v1/sign-in']) routes.on('POST', path, limits.signIn);
  routes.route('/', sessionRoutes(services));
  routes.route('/', rightsRoutes(desk, sessions, services.accesses));
  routes.route('/', salaryRoutes(services));
  routes.route('/', accessRoutes(services));
  if (ownOrigin === config.portalOrigin)
    routes.route('/', meRoutes(services)).route('/', situationRoutes(services));
  return routes;
}
