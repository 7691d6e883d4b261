/** `/nir`: the first connection, where the registry certifies that this number is this person's. */
import type { Registries } from '@mds-kit/exchange/registries/registries';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PortalEnv } from '../http/environment.ts';
import { showFailure } from '../pages/failure-page.ts';
import { arrive, type ArrivalServices } from '../sign-in/arrival.ts';
import { signInFailure } from '../sign-in/failures.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { Links } from '../sign-in/links.ts';
import { fail } from '../sign-in/routes.ts';
import type { Identifying } from '../sign-in/transaction.ts';
import type { Metrics } from '../operations/metrics.ts';
import { readNir } from './nir.ts';
import { type NirTrouble, showNirPage } from './page.ts';
import { mismatches } from './plausible.ts';
import type { Tries } from './tries.ts';

export interface NirServices extends ArrivalServices {
  readonly registries: Pick<Registries, 'certifyNir'>;
  readonly links: Links;
  readonly tries: Tries;
  readonly metrics: Metrics;
  readonly portalOrigin: string;
}

/** Longest thing that somebody may have pasted. */
const LONGEST = 100;

export function nirRoutes(services: NirServices): Hono<PortalEnv> {
  const { transactions, portalOrigin } = services;
  const routes = new Hono<PortalEnv>();

  routes.get('/nir', async (c) => {
    const transaction = await transactions.read(c);
    if (transaction?.stage !== 'identifying') return fail(c, services, 'expired');
    return show(c, services, transaction);
  });

  routes.post('/nir', bodyLimit({ maxSize: 4096, onError: (c) => c.body(null, 413) }), async (c) => {
    if (!fromOwnPage(c, portalOrigin)) return fail(c, services, 'refused');
    const transaction = await transactions.read(c);
    if (transaction?.stage !== 'identifying') return fail(c, services, 'expired');
    const { nir, sure } = await c.req.parseBody();
    const typed = (typeof nir === 'string' ? nir : '').slice(0, LONGEST);
    return answer(c, services, transaction, typed, sure === 'yes');
  });

  return routes;
}

/** The form is ours alone. The cookie is `Lax` already; this also stops sibling sites (RFC 10017 §6.1.3.2). */
function fromOwnPage(c: Context<PortalEnv>, portalOrigin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  return c.req.header('origin') === portalOrigin && (site === undefined || site === 'same-origin');
}

async function answer(
  c: Context<PortalEnv>,
  services: NirServices,
  transaction: Identifying,
  typed: string,
  sure: boolean,
): Promise<Response> {
  const { registries, links, tries } = services;
  const { identity, subject, idToken } = transaction;
  const reading = readNir(typed);
  if ('fault' in reading) return show(c, services, transaction, { kind: 'fault', ...reading }, typed);
  const doubts = mismatches(reading.nir, identity);
  if (doubts.length > 0 && !sure) {
    return show(c, services, transaction, { kind: 'doubt', mismatches: doubts }, typed);
  }
  if (!(await tries.take(subject))) return tooMany(c, services, transaction);
  const person = { ...identity, nir: reading.nir };
  const certification = await registries.certifyNir(person, { correlation: c.get('correlation') });
  services.metrics.count('mds_certifications_total', 'Answers of the NIR registry', {
    answer: certification,
  });
  if (certification === 'refused') return show(c, services, transaction, { kind: 'refused' });
  if (certification === 'unavailable') {
    await tries.giveBack(subject);
    return registryDown(c, services, transaction);
  }
  await links.store(subject, reading.nir);
  await tries.forget(subject);
  return arrive(c, services, transaction, { subject, idToken, person }, true);
}

function show(
  c: Context<PortalEnv>,
  services: NirServices,
  { identity, ...destination }: Identifying,
  trouble?: NirTrouble,
  typed = '',
) {
  const { href, name } = originOf(services, destination);
  const back = href === undefined ? undefined : { href, words: `Revenir à ${name} sans se connecter` };
  if (trouble) c.set('problem', trouble.kind === 'fault' ? `nir-${trouble.fault}` : `nir-${trouble.kind}`);
  return showNirPage(c, services.pages, { identity, typed, back, ...(trouble ? { trouble } : {}) });
}

function originOf(
  { partners }: NirServices,
  { partner: id, returnId }: Pick<Identifying, 'partner' | 'returnId'>,
) {
  const partner = partners.find(id);
  const name = id === PORTAL_PARTNER ? 'l’accueil' : partner?.name;
  return { partner, name, href: partner && partners.returnAddress(partner, returnId) };
}

function tooMany(c: Context<PortalEnv>, services: NirServices, transaction: Identifying) {
  const { partner, href } = originOf(services, transaction);
  c.header('retry-after', '900');
  return showFailure(c, services.pages, signInFailure('too-many-tries', { partner, returnAddress: href }));
}

function registryDown(c: Context<PortalEnv>, services: NirServices, transaction: Identifying) {
  const { partner, href } = originOf(services, transaction);
  const instead = { href: '/nir', words: 'Entrer à nouveau mon numéro' };
  return showFailure(
    c,
    services.pages,
    signInFailure('certification-unavailable', { partner, returnAddress: href, instead }),
  );
}
