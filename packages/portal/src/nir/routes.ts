/** `/nir`: the first connection, where the registry certifies that this number is this person's. */
import type { Registries } from '@mds-kit/exchange/registries/registries';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PortalEnv } from '../http/environment.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import { arrive, type ArrivalServices } from '../sign-in/arrival.ts';
import { KEPT } from '../retention.ts';
import { fail } from '../sign-in/fail.ts';
import type { Links } from '../sign-in/links.ts';
import type { Identifying, Transactions } from '../sign-in/transaction.ts';
import { readNir } from './nir.ts';
import { showNirPage } from './page.ts';
import { mismatches } from './plausible.ts';
import type { RefusalMoment } from './refusal-moment.ts';
import type { Tries } from './tries.ts';
import { isStop, type NirStop, type NirTrouble } from './trouble.ts';

export interface NirServices extends ArrivalServices {
  readonly registries: Pick<Registries, 'certifyNir'>;
  readonly links: Links;
  readonly transactions: Transactions;
  /** By who tries. */
  readonly tries: Tries;
  /** By the number that is tried, by whomever. */
  readonly triesOfNumber: Tries;
  readonly refusalMoment: RefusalMoment;
  readonly portalOrigin: string;
}

/** Longest thing that somebody may have pasted, in characters; and the form around it, in bytes. */
const LONGEST = 100;
const LARGEST_FORM = 4096;

const TOO_LONG = { kind: 'fault', fault: 'too-long' } as const;

const TRY_AGAIN = { href: '/nir', words: 'Entrer à nouveau mon numéro' };

export function nirRoutes(services: NirServices): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/nir', async (c) => {
    const transaction = await identifying(c, services);
    return transaction instanceof Response ? transaction : show(c, services, transaction);
  });
  const limited = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: (c: Context<PortalEnv>) => receive(c, services, true),
  });
  routes.post('/nir', limited, (c) => receive(c, services));
  return routes;
}

/** The sign-in that waits for a number, or the page that says why there is none. */
async function identifying(c: Context<PortalEnv>, services: NirServices): Promise<Identifying | Response> {
  const found = await services.transactions.read(c);
  if (found?.stage === 'identifying') return found;
  if (found?.stage === 'authorizing') return fail(c, services, 'superseded', found);
  return fail(c, services, found?.stage === 'spent' ? 'spent' : 'expired', found);
}

/** What a person sent; `tooLarge`: so much that it was not read. */
async function receive(c: Context<PortalEnv>, services: NirServices, tooLarge = false): Promise<Response> {
  const refusalMoment = services.refusalMoment();
  if (!fromOwnPage(c, services.portalOrigin)) return foreignForm(c, services);
  const found = await identifying(c, services);
  if (found instanceof Response) return found;
  // What was to be said of an earlier number is no longer of interest.
  const transaction = { ...found, trouble: undefined, typed: undefined };
  const { nir, sure }: Record<string, unknown> = tooLarge ? {} : await c.req.parseBody();
  const typed = typeof nir === 'string' ? nir : '';
  if (tooLarge || typed.length > LONGEST) return showAgain(c, services, transaction, TOO_LONG);
  return answer(c, services, transaction, { typed, sure: sure === 'yes', refusalMoment });
}

/** The form is ours alone. The cookie is `Lax` already; this also stops sibling sites (RFC 10017 §6.1.3.2). */
function fromOwnPage(c: Context<PortalEnv>, portalOrigin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  return c.req.header('origin') === portalOrigin && (site === undefined || site === 'same-origin');
}

interface Attempt {
  readonly typed: string;
  /** The person has looked again at a number that does not look like theirs. */
  readonly sure: boolean;
  readonly refusalMoment: ReturnType<RefusalMoment>;
}

async function answer(
  c: Context<PortalEnv>,
  services: NirServices,
  transaction: Identifying,
  { typed, sure, refusalMoment }: Attempt,
): Promise<Response> {
  const { registries, links, tries, triesOfNumber, transactions } = services;
  const { identity, subject, idToken } = transaction;
  const reading = readNir(typed);
  if ('fault' in reading) return showAgain(c, services, transaction, { kind: 'fault', ...reading }, typed);
  const { nir } = reading;
  const doubts = mismatches(nir, identity);
  if (doubts.length > 0 && !sure) {
    return showAgain(c, services, transaction, { kind: 'doubt', mismatches: doubts }, typed);
  }
  // Whoever has had their tries does not use up those of the number, which is perhaps somebody else's.
  if (!(await tries.take(subject)) || !(await triesOfNumber.take(nir)))
    return showAgain(c, services, transaction, { kind: 'too-many-tries' });
  const person = { ...identity, nir };
  const certification = await registries.certifyNir(person, { correlation: c.get('correlation') });
  services.metrics.count('mds_certifications_total', 'Answers of the NIR registry', {
    answer: certification,
  });
  if (certification === 'refused') {
    await refusalMoment();
    return showAgain(c, services, transaction, { kind: 'refused' });
  }
  if (certification === 'unavailable') {
    await tries.giveBack(subject);
    await triesOfNumber.giveBack(nir);
    return showAgain(c, services, transaction, { kind: 'certification-unavailable' });
  }
  if (!(await transactions.spend(c, transaction))) return fail(c, services, 'spent', transaction);
  await links.store(subject, nir);
  await tries.forget(subject);
  return arrive(c, services, transaction, { subject, idToken, person }, true);
}

function problemOf(trouble: NirTrouble): string {
  if (isStop(trouble)) return trouble.kind;
  return trouble.kind === 'fault' ? `nir-${trouble.fault}` : `nir-${trouble.kind}`;
}

/**
 * By redirect: Chromium keeps the body of a form that a page answers in the files of its profile, to send it again
 * after a crash. What there is to say waits in the sealed cookie, which so gives the person ten minutes more: they are
 * there, and look for their card.
 */
async function showAgain(
  c: Context<PortalEnv>,
  { transactions }: NirServices,
  transaction: Identifying,
  trouble: NirTrouble,
  typed?: string,
): Promise<Response> {
  c.set('problem', problemOf(trouble));
  await transactions.write(c, { ...transaction, trouble, typed });
  return c.redirect('/nir', 303);
}

/** What is wrong is said once: whoever loads the page again begins again. */
async function show(
  c: Context<PortalEnv>,
  services: NirServices,
  { trouble, typed, ...transaction }: Identifying,
): Promise<Response> {
  if (trouble) await services.transactions.write(c, transaction);
  if (trouble && isStop(trouble)) return stop(c, services, transaction, trouble);
  const { identity } = transaction;
  const back = wayBack(services, transaction);
  return showNirPage(c, services.pages, { identity, typed, trouble, back });
}

function stop(c: Context<PortalEnv>, services: NirServices, transaction: Identifying, { kind }: NirStop) {
  if (kind === 'certification-unavailable') return fail(c, services, kind, transaction, TRY_AGAIN);
  c.header('retry-after', String(KEPT.triesSeconds));
  return fail(c, services, kind, transaction);
}

function wayBack({ partners }: NirServices, { partner: id, returnId }: Identifying) {
  const partner = partners.find(id);
  const href = partner && partners.returnAddress(partner, returnId);
  const name = id === PORTAL_PARTNER ? 'l’accueil' : partner?.name;
  return href === undefined ? undefined : { href, words: `Revenir à ${name} sans me connecter` };
}

/** Another site's, or a browser's that does not say whose: nothing of it was read. */
async function foreignForm(c: Context<PortalEnv>, services: NirServices): Promise<Response> {
  const found = await services.transactions.read(c);
  const instead = found?.stage === 'identifying' ? TRY_AGAIN : undefined;
  return fail(c, services, 'foreign-form', found, instead);
}
