import { createServer, type RequestListener, type Server } from 'node:http';

export type Listening = { port: number; close: () => Promise<void> };

/**
 * Listens on both loopback addresses and on nothing else. `*.localhost` may resolve to either, so one port is
 * taken on both; a machine without IPv6 goes without. Port 0 takes a free one.
 */
export async function listen(port: number, listener: RequestListener): Promise<Listening> {
  const first = createServer(listener);
  const taken = await bind(first, port, '127.0.0.1');
  const second = createServer(listener);
  const servers = [first];
  try {
    await bind(second, taken, '::1');
    servers.push(second);
  } catch (error) {
    if (!hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) {
      await stop(first);
      // Somebody holds that port on ::1 alone: another free port will do.
      if (port === 0 && hasCode(error, 'EADDRINUSE')) return listen(0, listener);
      throw error;
    }
  }
  const close = async () => {
    await Promise.all(servers.map(stop));
  };
  return { port: taken, close };
}

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
