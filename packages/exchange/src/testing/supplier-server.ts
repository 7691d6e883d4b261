import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server on this machine that answers by path; what nobody handles is a 404 page. Keeps every request line. */
export async function supplierServer(handlers: Record<string, Handler>) {
  const requests: { url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const url = request.url ?? '';
      requests.push({ url, headers: request.headers, body });
      const handler = handlers[url.split('?')[0] ?? ''];
      if (handler) handler(request, response, body);
      else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    handlers,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const json =
  (data: unknown, status = 200): Handler =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));

/** The envelope of API Particulier around some data. */
export const envelope = (data: unknown): Handler => json({ data, links: {}, meta: {} });

export const errors = (status: number, code: string): Handler =>
  json(
    { errors: [{ code, title: 'Erreur', detail: null, source: null, meta: { provider: 'CNAF' } }] },
    status,
  );
