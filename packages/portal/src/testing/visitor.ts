/** What people and frames do, step by step, as tests say it. */
import { Session, SignInStart } from '@mds-kit/contract/session';
import type { Answer, Ask, Browser } from './browser.ts';
import type { World } from './world.ts';

/** What a browser says with a link that somebody follows in one of our frames. */
export const fromFrame = ({ origin }: URL) => ({ referer: `${origin.replace('//portal.', '//widgets.')}/` });

/** A frame of the widgets origin on a partner's page. */
export class Frame {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly partner: string;

  constructor(browser: Browser, world: Pick<World, 'portal'>, partner: string) {
    this.#browser = browser;
    this.#origin = partner === 'portail' ? world.portal.portalUrl : world.portal.widgetsUrl;
    this.partner = partner;
  }

  call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Ask['headers'] = {},
  ): Promise<Answer> {
    return this.#browser.ask(`${this.#origin}/v1/${path}`, {
      method,
      headers: {
        'mds-partner': this.partner,
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { origin: this.#origin, 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** The controller's document, as the partner's page loads it before anything else. */
  load(): Promise<Answer> {
    return this.#browser.ask(`${this.#origin}/embed/controller?partner=${this.partner}`);
  }

  async startUrl(returnId?: string): Promise<URL> {
    const answer = await this.call('POST', 'sign-in', returnId === undefined ? {} : { returnId });
    return new URL(SignInStart.parse(answer.json()).startUrl);
  }

  /** What a ticket of the fund's server must be made for; undefined where the portal takes none from it. */
  async ticketChallenge(): Promise<string | undefined> {
    const session = Session.parse((await this.call('GET', 'session')).json());
    return session.status === 'signed-out' ? session.ticketChallenge : undefined;
  }

  redeem(handover: string): Promise<Answer> {
    return this.call('POST', 'session', { handover });
  }
}

/** Through FranceConnect, as whoever it says is there, to the first page that is not a redirect of ours. */
export function goThroughFranceConnect(browser: Browser, startUrl: URL): Promise<Answer> {
  return browser.follow(startUrl, (url) => url.hash !== '', fromFrame(startUrl));
}

export function typeNir(
  browser: Browser,
  world: Pick<World, 'portal'>,
  fields: Record<string, string>,
): Promise<Answer> {
  const { portalUrl } = world.portal;
  return browser.ask(`${portalUrl}/nir`, {
    method: 'POST',
    headers: {
      origin: portalUrl,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  });
}

/** The page that the answer to a form leads to; the redirect itself, where that leads to a partner. */
export function afterForm(browser: Browser, answer: Answer): Promise<Answer> {
  if (answer.status !== 303 || answer.location.hash !== '') return Promise.resolve(answer);
  return browser.follow(answer.location, (url) => url.hash !== '');
}

/** The page that says what became of the number. */
export async function typeNirAndRead(
  browser: Browser,
  world: Pick<World, 'portal'>,
  fields: Record<string, string>,
): Promise<Answer> {
  return afterForm(browser, await typeNir(browser, world, fields));
}

const HANDOVER = /#mds-handover=([A-Za-z0-9_-]{43})/;

/** The code with which somebody arrives on the partner's page, by redirect or by the page that goes on there. */
export function handoverIn(answer: Answer): string {
  const code = (HANDOVER.exec(answer.headers.location ?? '') ?? HANDOVER.exec(answer.text))?.[1];
  if (code === undefined) throw new Error(`No handover: ${String(answer.status)}`);
  return code;
}

/** A whole first connection from a partner's page, up to the session in its frame. */
export async function signIn(world: World, browser: Browser, partner: string, nir: string): Promise<Frame> {
  const frame = new Frame(browser, world, partner);
  let arrival = await goThroughFranceConnect(browser, await frame.startUrl());
  if (arrival.status === 200 && arrival.text.includes('name="nir"'))
    arrival = await typeNirAndRead(browser, world, { nir });
  if (partner !== 'portail') await frame.redeem(handoverIn(arrival));
  return frame;
}
