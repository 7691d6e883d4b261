import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { nothingDeclared, tenMissions, twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import type { Salaries } from '@mds-kit/contract/salaries';
import { citizenByNir } from '@mds-kit/sandbox/citizens';

/**
 * Who was declared what, for journeys that are about something else than where salaries come from: the real program, its
 * database and its deposits are salaries.journey.ts's.
 */
const DECLARED: Readonly<Record<string, Salaries>> = { camille: twoEmployers, max: tenMissions };

/** Employers and amounts that the timeline shows of somebody, as texts to look for. */
export function salaryTextsOf(login: string): string[] {
  const { employers } = DECLARED[login] ?? nothingDeclared;
  const cents = employers
    .flatMap(({ contracts }) => contracts.flatMap(({ months }) => months))
    .flatMap(({ measures }) => Object.values(measures))
    .filter((amount) => amount !== null);
  const euros = (amount: number, point: string) => (amount / 100).toFixed(2).replace('.', point);
  return [
    ...employers.flatMap(({ siret, name }) => [siret, name ?? siret]),
    ...new Set(cents.flatMap((amount) => [euros(amount, ','), euros(amount, '.'), `":${String(amount)}`])),
  ];
}

/** A stand-in for the scheme of monthly resources, in the test's own process. */
export async function openScheme(port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request).then((assertion) => {
      const [, claims = ''] = assertion.split('.');
      const { nir, jti } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, string>;
      const login = citizenByNir(nir ?? '')?.login ?? '';
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: DECLARED[login] ?? nothingDeclared, links: {}, meta: { jti } }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
