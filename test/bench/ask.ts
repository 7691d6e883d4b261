import { Agent, request } from 'node:http';

export type Answer = { status: number; headers: Record<string, string>; body: string; ms: number };

/** Asks by GET over connections that stay open. With node:http, which sends a Host header as it is told. */
export class Asker implements Disposable {
  readonly #agent = new Agent({ keepAlive: true });

  get(address: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const asked = request(`${address}${path}`, { agent: this.#agent, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            body,
            ms: performance.now() - began,
          }),
        );
      });
      asked.on('error', reject).end();
    });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}
