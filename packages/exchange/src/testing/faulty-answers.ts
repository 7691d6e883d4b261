/** Answers of suppliers that misbehave on the wire. */
import type { Handler } from './supplier-server.ts';

/** A 200 that says it is JSON, with exactly this body. */
export function raw(body: string | Buffer, headers: Record<string, string> = {}): Handler {
  return (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
}

/** Bytes without end. */
export const endless: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(16_384)));
  };
  response.on('drain', more);
  more();
};

/** A byte now and then, for ever. */
export const drip: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Says that more will come, and goes. */
export const breaksOff =
  (body: string): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write(body, () => response.destroy());
  };
