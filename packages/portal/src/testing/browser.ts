/** A browser as far as these tests need one: cookies kept by host, redirects looked at one by one, `*.localhost` known. */
import { Agent, request } from 'undici';
import { lookupLoopback } from '@mds-kit/exchange/loopback';

export interface Ask {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly text: string;
  readonly json: () => unknown;
  /** Of a redirect. */
  readonly location: URL;
}

export class Browser {
  readonly #agent = new Agent({ connect: { lookup: lookupLoopback } });
  /** Cookies by host: all of ours are host-only. */
  readonly cookies = new Map<string, Map<string, string>>();
  /** Every address asked for, as its history and its proxies would know them. */
  readonly visited: string[] = [];

  async ask(address: string | URL, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
    const url = new URL(address);
    url.hash = '';
    this.visited.push(url.href);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(url, {
      method,
      dispatcher: this.#agent,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      body: body ?? null,
    });
    const setCookies = [answer.headers['set-cookie'] ?? []].flat();
    for (const line of setCookies) keep(jar, line);
    this.cookies.set(url.host, jar);
    const text = await answer.body.text();
    const flat = Object.entries(answer.headers).map(([name, value]) => [
      name,
      [value ?? ''].flat().join(', '),
    ]);
    const { location } = answer.headers;
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(flat) as Record<string, string>,
      setCookies,
      text,
      json: () => JSON.parse(text) as unknown,
      location: new URL(typeof location === 'string' ? location : 'about:none', url),
    };
  }

  /** Goes where redirects lead, until a page; forms and fragments stay as they are. `headers` go all the way. */
  async follow(
    address: string | URL,
    stopAt: (url: URL) => boolean = () => false,
    headers: Ask['headers'] = {},
  ): Promise<Answer> {
    let url = new URL(address);
    for (let hops = 0; hops < 10; hops += 1) {
      const answer = await this.ask(url, { headers });
      if (answer.status !== 303 || stopAt(answer.location)) return answer;
      url = answer.location;
    }
    throw new Error('Too many redirects');
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const at = pair.indexOf('=');
  const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
  if (gone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}
