import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import type { Form } from '../testing/fund.ts';
import { FundsWorld } from '../testing/funds-world.ts';
import { createUsedTokens } from './used-tokens.ts';

let funds: FundsWorld;

beforeAll(async () => {
  funds = await FundsWorld.start();
});
afterAll(() => funds.close());

describe('a fund that asks', () => {
  /** Of somebody who agreed: an honest question is answered with a ticket. */
  let challenge: string;
  let server: Browser;
  beforeAll(async () => {
    server = funds.world.browser();
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    ({ challenge } = await funds.pageOf(funds.world.browser(), funds.caf));
  });
  // Who is nobody is asked to wait after a while; these are many.
  afterEach(() => funds.world.database.kysely.deleteFrom('counter').execute());

  /** Everything that a fund may get wrong or try, and the one word that it hears. */
  const at = (over: Record<string, unknown>) => async () => ({
    client_assertion: await funds.caf.assertion(funds.world.portal.portalUrl, over),
  });
  const about = (over: Record<string, unknown>) => async () => ({
    subject_token: await funds.caf.subjectToken(funds.world.portal.portalUrl, CANARY.nir, over),
  });
  const unsigned = (token: string) => {
    const header = Buffer.from('{"alg":"none","kid":"caf-1"}').toString('base64url');
    return `${header}.${token.split('.')[1] ?? ''}.`;
  };
  /** The public key as the secret of an HMAC. */
  const confused = () => Buffer.from(JSON.stringify(funds.caf.jwk));
  const now = () => Math.floor(Date.now() / 1000);

  const CLIENT: [string, () => Promise<Form>][] = [
    ['of another partner’s name', at({ iss: 'cpam', sub: 'cpam' })],
    ['of nobody’s name', at({ iss: 'nobody', sub: 'nobody' })],
    ['of a partner without a ticket section', at({ iss: 'msa', sub: 'msa' })],
    ['whose subject is not its issuer', at({ sub: 'cpam' })],
    ['for another audience', at({ aud: 'https://elsewhere.example/token' })],
    ['for the portal, not for this address', async () => at({ aud: funds.world.portal.portalUrl })()],
    [
      'for several audiences',
      async () => at({ aud: [`${funds.world.portal.portalUrl}/token`, 'https://x.example'] })(),
    ],
    ['that has expired', at({ exp: now() - 10 })],
    ['that lives too long', at({ exp: now() + 3600 })],
    ['that never expires', at({ exp: undefined })],
    ['that is not valid yet', at({ nbf: now() + 600 })],
    ['without an identifier', at({ jti: undefined })],
    ['with an endless identifier', at({ jti: 'j'.repeat(257) })],
    [
      'signed with another partner’s key',
      async () => ({
        client_assertion: await funds.caf.assertion(
          funds.world.portal.portalUrl,
          {},
          { key: funds.cpam.key, alg: 'ES256' },
        ),
      }),
    ],
    [
      'signed with another key of the same kind',
      async () => ({
        client_assertion: await funds.caf.assertion(funds.world.portal.portalUrl, {}, { key: funds.msa.key }),
      }),
    ],
    [
      'with an unknown kid',
      async () => ({
        client_assertion: await funds.caf.assertion(funds.world.portal.portalUrl, {}, { kid: 'other' }),
      }),
    ],
    [
      'that is not signed (none)',
      async () => ({ client_assertion: unsigned(await funds.caf.assertion(funds.world.portal.portalUrl)) }),
    ],
    [
      'signed with the public key as an HMAC secret',
      async () => ({
        client_assertion: await funds.caf.assertion(
          funds.world.portal.portalUrl,
          {},
          { alg: 'HS256', key: confused() },
        ),
      }),
    ],
    [
      'whose claims were changed',
      async () => {
        const [header, , signature] = (await funds.caf.assertion(funds.world.portal.portalUrl)).split('.');
        const claims = {
          iss: 'caf',
          sub: 'caf',
          aud: `${funds.world.portal.portalUrl}/token`,
          exp: now() + 60,
          jti: 'j',
        };
        const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
        return { client_assertion: `${header ?? ''}.${changed}.${signature ?? ''}` };
      },
    ],
    [
      'that is the subject token',
      async () => ({
        client_assertion: await funds.caf.subjectToken(funds.world.portal.portalUrl, CANARY.nir),
      }),
    ],
    ['that is garbage', () => Promise.resolve({ client_assertion: 'eyJ.x.y' })],
    ['that comes with another client’s name', () => Promise.resolve({ client_id: 'cpam' })],
  ];

  it.each(CLIENT)('is not believed with an assertion %s', async (_, form) => {
    const answer = await funds.ask(challenge, await form());
    expect(answer.status).toBe(401);
    expect(answer.json()).toEqual({
      error: 'invalid_client',
      error_description: 'The client assertion was not accepted',
    });
  });

  const SUBJECT: [string, () => Promise<Form>][] = [
    ['of another issuer', about({ iss: 'cpam' })],
    ['for another audience', about({ aud: 'https://elsewhere.example' })],
    [
      'for this address, not for the portal',
      async () => about({ aud: `${funds.world.portal.portalUrl}/token` })(),
    ],
    [
      'for several audiences',
      async () => about({ aud: [funds.world.portal.portalUrl, 'https://x.example'] })(),
    ],
    ['that has expired', about({ iat: now() - 70, exp: now() - 10 })],
    ['that lives too long', about({ exp: now() + 3600 })],
    ['made long ago', about({ iat: now() - 3600 })],
    ['made tomorrow', about({ iat: now() + 86_400 })],
    ['without its instant', about({ iat: undefined })],
    ['without an identifier', about({ jti: undefined })],
    ['without a subject', about({ sub: undefined })],
    ['without a NIR', about({ nir: undefined })],
    ['with a NIR whose key is wrong', about({ nir: CANARY.nir.replace(/..$/, '00') })],
    [
      'with a NIR that is written with spaces',
      about({ nir: `${CANARY.nir.slice(0, 1)} ${CANARY.nir.slice(1)}` }),
    ],
    ['without a level', about({ acr: undefined })],
    ['without the moment of signing in', about({ auth_time: undefined })],
    ['of somebody who signs in later', about({ auth_time: now() + 600 })],
    ['without a name', about({ family_name: undefined })],
    [
      'signed with another fund’s key',
      async () => ({
        subject_token: await funds.caf.subjectToken(
          funds.world.portal.portalUrl,
          CANARY.nir,
          {},
          { key: funds.msa.key },
        ),
      }),
    ],
    [
      'of another fund, honest there',
      async () => ({
        subject_token: await funds.cpam.subjectToken(funds.world.portal.portalUrl, CANARY.nir),
      }),
    ],
    [
      'that is not signed (none)',
      async () => ({
        subject_token: unsigned(await funds.caf.subjectToken(funds.world.portal.portalUrl, CANARY.nir)),
      }),
    ],
    [
      'signed with the public key as an HMAC secret',
      async () => ({
        subject_token: await funds.caf.subjectToken(
          funds.world.portal.portalUrl,
          CANARY.nir,
          {},
          { alg: 'HS256', key: confused() },
        ),
      }),
    ],
    [
      'that is the assertion',
      async () => ({ subject_token: await funds.caf.assertion(funds.world.portal.portalUrl) }),
    ],
    ['that is garbage', () => Promise.resolve({ subject_token: '…' })],
  ];

  it.each(SUBJECT)('is given nothing for a subject token %s', async (_, form) => {
    const answer = await funds.ask(challenge, await form());
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      error: 'invalid_grant',
      error_description: 'The subject token was not accepted',
    });
  });

  it.each(['client_assertion', 'subject_token'] as const)(
    'is not believed twice with one %s',
    async (name) => {
      const token = await (name === 'subject_token'
        ? funds.caf.subjectToken(funds.world.portal.portalUrl, CANARY.nir)
        : funds.caf.assertion(funds.world.portal.portalUrl));
      expect((await funds.ask(challenge, { [name]: token })).status).toBe(200);
      expect((await funds.ask(challenge, { [name]: token })).json()).toMatchObject({
        error: name === 'subject_token' ? 'invalid_grant' : 'invalid_client',
      });
    },
  );

  it('is not believed twice with one token that it shows many times at once', async () => {
    const subject_token = await funds.caf.subjectToken(funds.world.portal.portalUrl, CANARY.nir);
    const answers = await Promise.all([0, 1, 2, 3].map(() => funds.ask(challenge, { subject_token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('is not believed twice by two replicas', async () => {
    const replicas = [funds.world.database, await funds.world.database.replica()].map(createUsedTokens);
    const until = new Date('2126-01-01');
    const taken = await Promise.all(
      [...replicas, ...replicas].map((used) => used.take('subject', 'caf', 'one token', until)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await replicas[0]?.take('client', 'caf', 'one token', until)).toBe(true);
    expect(await replicas[0]?.take('subject', 'cpam', 'one token', until)).toBe(true);
  });

  it.each([
    ['invalid_request', 'subject_token', null],
    ['invalid_request', 'client_assertion', null],
    ['invalid_request', 'client_assertion_type', 'urn:other'],
    ['invalid_request', 'subject_token_type', 'urn:ietf:params:oauth:token-type:access_token'],
    ['invalid_request', 'requested_token_type', 'urn:ietf:params:oauth:token-type:access_token'],
    ['invalid_request', 'challenge', 'short'],
    ['invalid_request', 'challenge', null],
    ['invalid_request', 'challenge', ['a'.repeat(43), 'b'.repeat(43)]],
    ['invalid_request', 'client_assertion', ['a', 'b']],
    ['invalid_request', 'grant_type', null],
    ['unsupported_grant_type', 'grant_type', 'authorization_code'],
  ] as const)('hears %s where %s is %j', async (error, name, value) => {
    const answer = await funds.ask('c'.repeat(43), { [name]: value });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error });
    expect(answer.text).not.toContain(CANARY.nir);
  });

  it('has to send a form, of a decent size, by POST, to the portal’s host', async () => {
    const { portalUrl, widgetsUrl } = funds.world.portal;
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' } as const;
    expect((await server.ask(`${portalUrl}/token`, json)).json()).toMatchObject({ error: 'invalid_request' });
    const large = { ...json, body: 'x'.repeat(20_000) };
    expect((await server.ask(`${portalUrl}/token`, large)).status).toBe(413);
    expect((await server.ask(`${portalUrl}/token`)).status).toBe(405);
    expect((await server.ask(`${widgetsUrl}/token`, json)).status).toBe(404);
  });
});
