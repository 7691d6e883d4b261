import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { listen, type Listening } from './listen.ts';

let listening: Listening | undefined;
afterEach(() => listening?.close());

/** This machine's own, one of them IPv4, and one that no machine has: RFC 5737 keeps it for documents. */
const ADDRESSES = ['127.0.0.1', '127.0.0.2'];
const NOBODYS = '192.0.2.1';

const ask = async (address: string, port: number): Promise<string> => {
  const [response] = (await once(request({ host: address, port }).end(), 'response')) as [
    NodeJS.ReadableStream,
  ];
  return text(response);
};

it('takes one free port on all addresses, and leaves out those that the machine does not have', async () => {
  listening = await listen({ addresses: [...ADDRESSES, NOBODYS], port: 0 }, (_, response) => {
    response.end('here');
  });
  for (const address of ADDRESSES) expect(await ask(address, listening.port)).toBe('here');
});

it.each([[[NOBODYS]], [[NOBODYS, '198.51.100.1']]])(
  'tells when no address is the machine’s: %j',
  async (addresses) => {
    await expect(listen({ addresses, port: 0 }, () => undefined)).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
    });
  },
);

it('leaves nothing listening when the port is somebody’s on one of the addresses', async () => {
  const other = createServer().listen(0, '127.0.0.2');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    await expect(listen({ addresses: ADDRESSES, port }, () => undefined)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    const [refusal] = (await once(connect(port, '127.0.0.1'), 'error')) as [Error];
    expect(refusal).toMatchObject({ code: 'ECONNREFUSED' });
  } finally {
    other.close();
  }
});

it('lets an answer that is under way end before it is closed', async () => {
  let answer: ((response: ServerResponse) => void) | undefined;
  const asked = new Promise<ServerResponse>((resolve) => (answer = resolve));
  const { port, close } = await listen({ addresses: ['127.0.0.1'], port: 0 }, (_, response) =>
    answer?.(response),
  );
  const told = ask('127.0.0.1', port);
  const response = await asked;
  const closed = close();
  response.end('whole');
  expect(await told).toBe('whole');
  await closed;
});
