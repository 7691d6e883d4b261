import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Citizen } from '@mds-kit/sandbox/citizens';
import { Visitor, type Visit } from '@mds-kit/sandbox/visitor';
import type { Replica, Replicas } from './replicas.ts';

/** One whose pages show the tags in frames, and to whom people come back by redirect. */
const PARTNER = 'msa-exemple';

type Answer = { status: number; json: () => unknown };

let persons = 0;

/** Somebody with a browser of their own, at an address of their own. */
export class Person {
  readonly citizen: Citizen;
  /** As the proxy knows them. */
  readonly address: string;
  readonly #replicas: Replicas;
  readonly #visitor: Visitor;
  readonly #cookies = new Map<string, string>();

  constructor(replicas: Replicas, citizen: Citizen) {
    persons += 1;
    this.citizen = citizen;
    this.address = `10.0.${String(persons >> 8)}.${String(persons & 255)}`;
    this.#replicas = replicas;
    this.#visitor = new Visitor({
      stopAt: (url) => url.hash.startsWith('#mds-handover='),
      headers: { 'x-forwarded-for': this.address },
    });
  }

  /** Over FranceConnect, to the NIR page or as far as that leads. */
  async identify(): Promise<Visit> {
    const { startUrl } = (await this.ask('POST', 'sign-in', {})).json() as { startUrl: string };
    const choice = await this.#visitor.get(startUrl, this.#replicas.place.widgetsUrl);
    const information = await this.#visitor.submit(choice, '/identity', { login: this.citizen.login });
    return this.#visitor.submit(information, '/continue');
  }

  /** Types a number on the NIR page, sure that it is the right one. */
  typeNir(page: Visit, nir: string): Promise<Visit> {
    return this.#visitor.submit(page, '/nir', { nir, sure: 'yes' });
  }

  /** Signs in up to the partner's page; returns the code that is in its address. */
  async arrive(): Promise<string> {
    let page = await this.identify();
    if (page.url.pathname === '/nir') page = await this.typeNir(page, this.citizen.nir);
    const code = /#mds-handover=([\w-]+)/.exec(`${page.url.hash}${page.text}`)?.[1];
    if (code === undefined)
      throw new Error(`${this.citizen.login} came to ${page.url.pathname}, ${String(page.status)}`);
    return code;
  }

  /** The status with which a code is taken or refused. */
  async redeem(handover: string, at?: Replica): Promise<number> {
    return (await this.ask('POST', 'session', { handover }, at)).status;
  }

  async signIn(): Promise<void> {
    const status = await this.redeem(await this.arrive());
    if (status !== 200) throw new Error(`${this.citizen.login} is not let in: ${String(status)}`);
  }

  async isSignedIn(at?: Replica): Promise<boolean> {
    const answer = await this.ask('GET', 'session', undefined, at);
    if (answer.status !== 200) throw new Error(`Nobody is told who they are: ${String(answer.status)}`);
    return (answer.json() as { status: string }).status === 'signed-in';
  }

  /** Somebody with the cookies that this one has now: what was copied, or is on its way, when they are taken back. */
  copy(): Person {
    const copy = new Person(this.#replicas, this.citizen);
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  /** Asks as the frame does: through the proxy, or one replica past it. Rejects when the connection breaks. */
  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, at?: Replica): Promise<Answer> {
    const { widgetsUrl } = this.#replicas.place;
    const headers = {
      host: new URL(widgetsUrl).host,
      origin: widgetsUrl,
      'x-forwarded-for': this.address,
      'sec-fetch-site': 'same-origin',
      'mds-partner': PARTNER,
      cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
      ...(body && { 'content-type': 'application/json' }),
    };
    const port = at?.port ?? this.#replicas.proxyPort;
    const options = { host: '127.0.0.1', port, path: `/v1/${path}`, method, headers, agent: false };
    return new Promise((resolve, reject) => {
      request(options)
        .on('error', reject)
        .on('response', (response) => {
          for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
          text(response).then(
            (words) =>
              resolve({ status: response.statusCode ?? 0, json: () => JSON.parse(words) as unknown }),
            reject,
          );
        })
        .end(body && JSON.stringify(body));
    });
  }

  close(): Promise<void> {
    return this.#visitor.close();
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
