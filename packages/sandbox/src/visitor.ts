/** A person's browser, as far as a test without one needs it: cookies by host, redirects, forms. */
import { createLoopbackFetch } from './loopback.ts';

export type Visit = { url: URL; status: number; headers: Headers; text: string };

type Body = { form?: Record<string, string>; origin?: string; referer?: string };

export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #fetch = createLoopbackFetch();
  readonly #stopAt: (url: URL) => boolean;
  readonly #headers: Readonly<Record<string, string>>;

  /**
   * Redirects are followed up to the first address that `stopAt` names: nobody need listen there. `headers` come with
   * every request, as from a proxy on the way.
   */
  constructor(options: { stopAt?: (url: URL) => boolean; headers?: Readonly<Record<string, string>> } = {}) {
    this.#stopAt = options.stopAt ?? (() => false);
    this.#headers = options.headers ?? {};
  }

  /** `from`: origin of the page with the link, where that says it. */
  async get(address: string | URL, from?: string): Promise<Visit> {
    return this.#visit(new URL(address), from === undefined ? {} : { referer: `${from}/` });
  }

  async post(address: string | URL, form: Record<string, string> = {}): Promise<Visit> {
    return this.#visit(new URL(address), { form });
  }

  /** Presses the button of the form whose action ends with this, sending its hidden fields and the given ones. */
  async submit(page: Visit, action: string, fields: Record<string, string> = {}): Promise<Visit> {
    const forms = page.text.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? [];
    for (const form of forms) {
      const target = /action="([^"]*)"/.exec(form)?.[1];
      if (!target?.endsWith(action)) continue;
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const values = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      // A browser says from which site a form comes.
      return this.#visit(new URL(target, page.url), {
        form: { ...values, ...fields },
        origin: page.url.origin,
      });
    }
    throw new Error(`no form leads to ${action} on this page: ${page.url.pathname} ${page.status}`);
  }

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name);
  }

  async close(): Promise<void> {
    await this.#fetch.close();
  }

  async #visit(url: URL, { form, origin, referer }: Body): Promise<Visit> {
    if (this.#stopAt(url)) return { url, status: 0, headers: new Headers(), text: '' };
    const response = await this.#fetch.fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: {
        ...this.#headers,
        cookie: [...(this.#cookies.get(url.hostname) ?? [])].map((pair) => pair.join('=')).join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(origin !== undefined && { origin }),
        ...(referer !== undefined && { referer }),
      },
      body: form ? new URLSearchParams(form) : undefined,
      redirect: 'manual',
    });
    this.#keep(url.hostname, response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location !== null) return this.#visit(new URL(location, url), {});
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  #keep(host: string, cookies: string[]): void {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    for (const cookie of cookies) {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(cookie) ?? [];
      const expired = /expires=Thu, 01 Jan 1970/i.test(attributes) || /max-age=0\b/i.test(attributes);
      if (expired || value === '') jar.delete(name);
      else jar.set(name, value);
    }
  }
}
