import { smallCatalogue } from '@mds-kit/exchange/testing/small-catalogue';
import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { clockAt } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';
import { createPages } from '../pages/layout.ts';
import { createStops } from '../pages/stopped.ts';
import { reboundRoutes } from './routes.ts';

const catalogue = smallCatalogue();
const support = { name: 'Aide', phone: '39 39', hours: [], counters: { id: 'x', host: 'x' } };
const app = new Hono<PortalEnv>();
app.use(async (c, next) => {
  c.set('correlation', 'c0ffee');
  await next();
});
const stops = createStops({ key: new Uint8Array(32), clock: clockAt() });
app.route('/', reboundRoutes(catalogue, createPages({ support, stops, sandbox: true })));

/** What somebody would write there to be led elsewhere: addresses, in whole and in pieces, and names that objects have. */
const hostile = fc
  .array(
    fc.constantFrom(
      'https:',
      '//',
      '/',
      '\\',
      '@',
      '..',
      '%2f',
      '%5c',
      '%00',
      '%0d%0a',
      'evil.example',
      'caf.account',
      '?',
      '#',
      '.',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const id = fc.oneof(
  fc.constantFrom('caf.account', 'constructor', '__proto__', 'toString'),
  hostile,
  fc.webUrl(),
  fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponentWhole),
);

/** Lone surrogates have no encoding. */
function encodeURIComponentWhole(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

it('leads to an address of the catalogue or nowhere, whatever is asked for, and passes nothing on', async () => {
  const pinned = new Map([['caf.account', catalogue.link('caf.account')?.url]]);
  await fc.assert(
    fc.asyncProperty(id, fc.oneof(hostile, fc.webQueryParameters()), async (linkId, query) => {
      const address = new URL(`http://portal.localhost/rebound/${linkId}?${query}`);
      const answer = await app.request(address.href);
      const location = answer.headers.get('location');
      if (answer.status === 303) {
        // Of the address as a browser sends it: "./caf.account" asks for caf.account.
        const asked = decodeURIComponent(address.pathname.slice('/rebound/'.length));
        expect(location).toBe(pinned.get(asked) ?? 'nowhere');
      } else {
        expect(answer.status).toBe(404);
        expect(location).toBeNull();
      }
    }),
  );
});

it('leads where it should at all', async () => {
  const answer = await app.request('http://portal.localhost/rebound/caf.account?to=https://evil.example');
  expect(answer.headers.get('location')).toBe('https://www.caf.exemple/mon-compte');
});
