import { CITIZENS, type Citizen } from '@mds-kit/sandbox/citizens';
import { createLoopbackFetch } from '@mds-kit/sandbox/loopback';
import { Visitor } from '@mds-kit/sandbox/visitor';
import { z } from 'zod';

const PARTNER = 'caf-exemple';
const RETURN_ID = 'mon-compte';

const Start = z.object({ startUrl: z.string() });

/** Headers with which a signed-in person's frame asks the portal. */
export type SignedInHeaders = Record<'cookie' | 'mds-partner' | 'origin' | 'host', string>;

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');

/** Everybody in the sandbox who has a number of their own to be certified with. */
export const people: readonly Citizen[] = CITIZENS;

/**
 * Signs somebody in as a browser would, from a partner's page over FranceConnect and the NIR page to the session, and
 * returns what each later request must carry.
 */
export async function signIn(widgetsUrl: string, { login, nir }: Citizen): Promise<SignedInHeaders> {
  const loopback = createLoopbackFetch();
  const visitor = new Visitor({ stopAt: (url) => url.hash.startsWith('#mds-handover=') });
  const headers = {
    'mds-partner': PARTNER,
    origin: widgetsUrl,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  try {
    const begun = await loopback.fetch(`${widgetsUrl}/v1/sign-in`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ returnId: RETURN_ID }),
    });
    const { startUrl } = Start.parse(await begun.json());
    const choice = await visitor.get(startUrl, widgetsUrl);
    const information = await visitor.submit(choice, '/identity', { login });
    let page = await visitor.submit(information, '/continue');
    if (page.url.pathname === '/nir') page = await visitor.submit(page, '/nir', { nir });
    if (page.url.pathname === '/agreement') page = await visitor.submit(page, '/agreement', { agreed: 'no' });
    const code = /#mds-handover=([\w-]+)/.exec(`${page.url.hash}${page.text}`)?.[1];
    if (code === undefined)
      throw new Error(`signing in as ${login} ended at ${page.url.pathname} with status ${page.status}`);
    const session = await loopback.fetch(`${widgetsUrl}/v1/session`, {
      method: 'POST',
      headers: { ...headers, cookie: cookiesOf(begun) },
      body: JSON.stringify({ handover: code }),
    });
    if (!session.ok) throw new Error(`the portal refused the handover: ${session.status}`);
    return {
      cookie: cookiesOf(session),
      'mds-partner': PARTNER,
      origin: widgetsUrl,
      host: new URL(widgetsUrl).host,
    };
  } finally {
    await visitor.close();
    await loopback.close();
  }
}
