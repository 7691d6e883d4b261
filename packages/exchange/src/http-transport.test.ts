import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttpTransport, type TransportRequest } from './http-transport.ts';
import { json, supplierServer } from './testing/supplier-server.ts';

let server: Awaited<ReturnType<typeof supplierServer>>;
beforeAll(async () => {
  server = await supplierServer({ '/v3': json({ data: {} }) });
});
afterAll(() => server.close());

const { transport, close } = createHttpTransport();
afterEach(() => {
  server.requests.length = 0;
});
afterAll(close);

const ask = (known: Partial<TransportRequest> = {}) =>
  transport({
    url: `${server.url}/v3?recipient=0`,
    headers: { 'content-type': 'application/jwt' },
    body: 'a.b.c',
    signal: new AbortController().signal,
    limitBytes: 1_000,
    accept: () => undefined,
    ...known,
  });

describe('the transport', () => {
  it('posts what it is given, and brings the answer', async () => {
    const { status, body } = await ask();
    expect([status, Buffer.from(body).toString()]).toEqual([200, '{"data":{}}']);
    expect(server.requests).toMatchObject([
      {
        url: '/v3?recipient=0',
        body: 'a.b.c',
        headers: { 'content-type': 'application/jwt', 'content-length': '5' },
      },
    ]);
  });

  it('takes no word before the answer for the answer', async () => {
    server.handlers['/early'] = (_request, response) => {
      response.writeEarlyHints({ link: '</a.css>; rel=preload' }, () => response.writeHead(200).end('{}'));
    };
    const statuses: number[] = [];
    const answer = await ask({ url: `${server.url}/early`, accept: ({ status }) => statuses.push(status) });
    expect([answer.status, statuses]).toEqual([200, [200]]);
  });

  it('sends nothing of a question that nobody waits for any more', async () => {
    const { transport: fresh, close: closeFresh } = createHttpTransport();
    const gone = new AbortController();
    // No connection is there yet: the question waits for one.
    const asked = fresh({
      url: `${server.url}/v3`,
      headers: {},
      body: 'a.b.c',
      signal: gone.signal,
      limitBytes: 1_000,
      accept: () => undefined,
    });
    gone.abort();
    await expect(asked).rejects.toThrow('network');
    expect(server.requests).toEqual([]);
    closeFresh();
  });

  it('lets go of a connection whose answer is not wanted, and asks again on another', async () => {
    const ports = new Set<number | undefined>();
    server.handlers['/v3'] = (request, response, body) => {
      ports.add(request.socket.remotePort);
      json({ data: {} })(request, response, body);
    };
    const unwanted = () => {
      throw new Error('unwanted');
    };
    await expect(ask({ accept: unwanted })).rejects.toThrow('network');
    expect((await ask()).status).toBe(200);
    expect(ports.size).toBe(2);
  });
});
