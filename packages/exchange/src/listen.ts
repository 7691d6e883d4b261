/**
 * How our programs listen: on several addresses at one port, since `*.localhost` leads to 127.0.0.1 in some programs and
 * to ::1 in others.
 */
import { createServer, type RequestListener, type Server } from 'node:http';

export interface Listening {
  readonly port: number;
  /** Stops taking requests, lets those under way end. */
  readonly close: () => Promise<void>;
}

/** How long answers under way may take after the stop, ms: longer than the guaranteed time of any answer. */
const GRACE = 3_000;
const LOOK_AGAIN = 50;

/** Time that a client may take to send the head of a request, ms; and all of it, where no more is allowed. */
const HEADERS_TIMEOUT = 15_000;

export type Place = {
  readonly addresses: readonly string[];
  readonly port: number;
  /** Time that a client may take to send a whole request, ms; 15,000 when not given: most requests are small. */
  readonly requestTimeout?: number;
};

/**
 * Port 0 takes a free one, the same on every address. An address that the machine does not have (no IPv6) is left out,
 * unless none is left then.
 */
export async function listen(place: Place, listener: RequestListener, tries = 5): Promise<Listening> {
  const { addresses, port, requestTimeout = HEADERS_TIMEOUT } = place;
  const servers: Server[] = [];
  let taken = port;
  for (const [nth, address] of addresses.entries()) {
    const server = createServer({ requestTimeout, headersTimeout: HEADERS_TIMEOUT }, listener);
    try {
      taken = await bind(server, taken, address);
      servers.push(server);
    } catch (error) {
      const absent = hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT');
      const another = servers.length > 0 || nth < addresses.length - 1;
      if (absent && another) continue;
      await Promise.all(servers.map(stop));
      // The free port of one address may be somebody's on another: take another free one.
      if (port === 0 && hasCode(error, 'EADDRINUSE') && tries > 1) return listen(place, listener, tries - 1);
      throw error;
    }
  }
  const close = async () => {
    await Promise.all(servers.map(stop));
  };
  return { port: taken, close };
}

function bind(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => server.closeAllConnections(), GRACE).unref();
    // Again and again: one whose answer has ended is kept open by the client otherwise.
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN);
    server.close(() => {
      clearTimeout(forced);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
