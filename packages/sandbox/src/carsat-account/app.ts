import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Calendar } from '../citizens/calendar.ts';
import type { Clock } from '../clock.ts';
import type { LoopbackRequest } from '../loopback.ts';
import { PAGE_HEADERS, PAGE_STYLE, type Markup } from '../page.ts';
import { accountPage, failurePage, signedOutPage, welcomePage } from './pages.ts';
import { createSignIn, type Pending, type SignedIn } from './sign-in.ts';

const COOKIE = 'carsat_session';
/** Enough for a demo; the oldest visits go first. */
const CAPACITY = 1_000;

type Visit = { pending?: Pending; signedIn?: SignedIn };

/** The account pages of a fund that is itself a FranceConnect client: where a rebound leads. */
export function carsatAccount(options: {
  issuer: string;
  origin: string;
  clock: Clock;
  fetch: (url: string, request: LoopbackRequest) => Promise<Response>;
}): Hono {
  const signIn = createSignIn(options);
  const visits = new Visits();
  const app = new Hono();

  app.get('/', (c) => show(c, welcomePage()));
  app.get('/assets/page.css', (c) => c.body(PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/mon-compte', async (c) => {
    const { signedIn } = visits.of(c);
    if (signedIn) {
      const nextAppointment = inWords(new Calendar(options.clock()).monthDay(1, 9));
      return show(c, accountPage({ firstName: signedIn.firstName, nextAppointment }));
    }
    const { pending, address } = await signIn.start();
    visits.keep(c, { pending });
    return c.redirect(address.href, 303);
  });
  app.get('/callback', async (c) => {
    const { pending } = visits.of(c);
    if (!pending) return c.redirect('/mon-compte', 303);
    const callback = new URL(`${options.origin}${c.req.path}${new URL(c.req.url).search}`);
    // A new session for the new identity (session fixation).
    visits.keep(c, { signedIn: await signIn.finish(callback, pending) });
    return c.redirect('/mon-compte', 303);
  });
  app.post('/deconnexion', async (c) => {
    const { signedIn } = visits.of(c);
    visits.forget(c);
    const address = signedIn && (await signIn.signOutAddress(signedIn.idToken));
    return c.redirect(address?.href ?? '/deconnexion/fin', 303);
  });
  app.get('/deconnexion/fin', (c) => show(c, signedOutPage()));
  app.onError((_error, c) => show(c, failurePage(), 400));
  return app;
}

/** Who is here, by a random cookie; in memory, as nothing of it is worth keeping. */
class Visits {
  readonly #visits = new Map<string, Visit>();

  of(c: Context): Visit {
    return this.#visits.get(getCookie(c, COOKIE) ?? '') ?? {};
  }

  keep(c: Context, visit: Visit): void {
    this.forget(c);
    const id = randomBytes(32).toString('base64url');
    this.#visits.set(id, visit);
    for (const oldest of this.#visits.keys()) {
      if (this.#visits.size <= CAPACITY) break;
      this.#visits.delete(oldest);
    }
    setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  }

  forget(c: Context): void {
    this.#visits.delete(getCookie(c, COOKIE) ?? '');
    deleteCookie(c, COOKIE, { path: '/' });
  }
}

const longDate = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });
const inWords = (day: string) => longDate.format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', ' ');

async function show(c: Context, markup: Markup, status: 200 | 400 = 200) {
  return c.body(String(await markup), status, PAGE_HEADERS);
}
