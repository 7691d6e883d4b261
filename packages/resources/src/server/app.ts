/**
 * The scheme over HTTP, in the style of API Particulier (envelope and errors). Whom a question is about stands in a
 * signed body; what is answered is kept by nobody on the way (`no-store`).
 */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MONTHS } from '@mds-kit/contract/salaries';
import type { Distribution } from '@mds-kit/exchange/distribution/distribution';
import { sql } from 'kysely';
import { monthOf, monthsAfter } from '../months/calendar.ts';
import { isCount, salariesOf } from '../months/salaries.ts';
import type { PersonId } from '../people.ts';
import type { Store } from '../store.ts';
import type { Agreements, Caller, ServiceId } from './agreements.ts';
import type { Asserted, Verifier } from './assertions.ts';
import { describeError, type Log } from './log.ts';
import { resourcesOf } from './resources-of.ts';

export type AppParts = {
  readonly store: Store;
  readonly agreements: Agreements;
  readonly verify: Verifier;
  readonly distribution: Distribution;
  readonly log: Log;
  /** ms of the machine, for the log. */
  readonly stopwatch: () => number;
};

const MOST_ASSERTION = 16 * 1024;
/** Of a deposit: the largest employers' months, ten times over. */
const MOST_DEPOSIT = 4 * 1024 ** 3;
const PROVIDER = 'Ressources mensuelles';

type Refusal = { status: 400 | 401 | 403 | 404 | 413 | 415 | 422 | 500; code: string; title: string };

const INVALID: Refusal = { status: 401, code: '00101', title: 'Votre jeton est invalide' };
const FORBIDDEN: Refusal = { status: 403, code: '00100', title: 'Aucune convention ne permet cet appel' };

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const refuse = (status: Refusal['status'], code: string, title: string): never => {
  throw new Refused({ status, code, title });
};

function told(c: Context, { status, code, title }: Refusal): Response {
  const error = { code, title, detail: null, source: null, meta: { provider: PROVIDER } };
  return c.json({ errors: [error] }, status);
}

type Request = { caller: Caller; asserted: Asserted; person: PersonId };

export function createApp(parts: AppParts): Hono {
  const { store, agreements, verify, distribution, log, stopwatch } = parts;
  const app = new Hono();

  app.use(async (c, next) => {
    const started = stopwatch();
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    const route = ROUTES.has(c.req.path) ? c.req.path : 'other';
    if (route === '/healthz') return;
    const ms = Math.round(stopwatch() - started);
    log({ level: 'info', event: 'request', method: c.req.method, route, status: c.res.status, ms });
  });
  app.onError((error, c) => {
    if (error instanceof Refused) return told(c, error.refusal);
    log({ level: 'error', event: 'fault', ...describeError(error) });
    return told(c, { status: 500, code: '37999', title: 'Erreur inattendue' });
  });
  app.notFound((c) => told(c, { status: 404, code: '00404', title: 'Cette ressource n’existe pas' }));

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  const small = bodyLimit({
    maxSize: MOST_ASSERTION,
    onError: (c) => told(c, { status: 413, code: '00413', title: 'La demande est trop longue' }),
  });

  app.post('/v1/salaires', small, async (c) => {
    const { caller, asserted, person } = await asked(c, 'salaires');
    const months = Number(c.req.query('months') ?? MONTHS.usual);
    if (!isCount(months)) refuse(422, '00203', 'Le paramètre months va de 1 à 36');
    const salaries = await salariesOf(store, person, { months });
    await note(caller, 'salaires', null, person, salaries.months);
    return c.json({ data: salaries, links: {}, meta: { jti: asserted.jti } });
  });

  app.post('/v1/relais/ressources', small, async (c) => {
    const { caller, asserted, person } = await asked(c, 'relais');
    const purpose = agreements.purpose(caller.id, 'relais', asserted.finalite ?? '');
    if (!purpose) throw new Refused(FORBIDDEN);
    const count = asserted.nombre_de_mois ?? purpose.months[0] ?? 0;
    if (!purpose.months.includes(count))
      refuse(422, '00203', 'Cette finalité ne permet pas ce nombre de mois');
    const before = asserted.mois ?? monthOf(store.clock().toISOString());
    // Not what is to come, nor the whole of somebody's past by asking month after month.
    if (before > monthsAfter(monthOf(store.clock().toISOString()), 1))
      refuse(422, '00203', 'Ce mois n’est pas encore venu');
    const data = await resourcesOf(store, person, { purpose, count, before });
    await note(
      caller,
      'relais',
      purpose.id,
      person,
      data.mois.map(({ mois }) => mois),
    );
    return c.json({ data, links: {}, meta: { jti: asserted.jti } });
  });

  app.post('/v1/depots', async (c) => {
    const caller = callerOf(c, 'depots');
    const body = c.req.raw.body;
    if (!body) return refuse(422, '00203', 'Un fichier est attendu');
    const pushed = await distribution.push(
      { producer: caller.id, kind: 'dsn', mostBytes: MOST_DEPOSIT },
      body,
    );
    if ('routedTo' in pushed) return c.json({ routedTo: pushed.routedTo }, 202);
    return pushed.refused === 'too-long'
      ? refuse(413, '00413', 'Le fichier est trop long')
      : refuse(FORBIDDEN.status, FORBIDDEN.code, FORBIDDEN.title);
  });

  return app;

  function callerOf(c: Context, service: ServiceId): Caller {
    const [, key = ''] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? [];
    const caller = agreements.callerWith(key);
    if (!caller) throw new Refused(INVALID);
    if (!agreements.isActive(caller.id, service)) throw new Refused(FORBIDDEN);
    return caller;
  }

  async function asked(c: Context, service: ServiceId): Promise<Request> {
    const caller = callerOf(c, service);
    if (!/^\d{14}$/.test(c.req.query('recipient') ?? ''))
      refuse(422, '00203', 'Le paramètre recipient (SIRET) est absent ou invalide');
    if (!c.req.header('content-type')?.startsWith('application/jwt'))
      refuse(415, '00415', 'Une assertion signée (application/jwt) est attendue');
    if (caller.jwks === undefined) throw new Refused(FORBIDDEN);
    const jwt = await c.req.text();
    const asserted = await verify(jwt, caller.jwks).catch(() => {
      throw new Refused({ ...INVALID, title: 'L’assertion est invalide' });
    });
    return { caller, asserted, person: store.people.ofNir(asserted.nir) };
  }

  /** Before the answer leaves: what is not noted is not told. */
  async function note(
    caller: Caller,
    service: ServiceId,
    purpose: string | null,
    person: PersonId,
    months: readonly string[],
  ): Promise<void> {
    await sql`insert into request_journal (at, partner, service, purpose, person, first_month, last_month)
      values (${store.clock()}, ${caller.id}, ${service}, ${purpose}, ${person},
        ${months[0] ?? ''}, ${months.at(-1) ?? ''})`.execute(store.database.kysely);
  }
}

const ROUTES: ReadonlySet<string> = new Set([
  '/healthz',
  '/v1/salaires',
  '/v1/relais/ressources',
  '/v1/depots',
]);
