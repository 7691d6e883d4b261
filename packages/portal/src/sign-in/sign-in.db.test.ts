import { Session } from '@mds-kit/contract/session';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { envelope, json } from '@mds-kit/exchange/testing/supplier-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import type { Lies } from '../testing/fake-france-connect.ts';
import {
  afterForm,
  Frame,
  fromFrame,
  goThroughFranceConnect,
  handoverIn,
  signIn,
  typeNir,
  typeNirAndRead,
} from '../testing/visitor.ts';
import { CANARY_CLAIMS, SNGI, startWorld, type World } from '../testing/world.ts';

let world: World;
let browser: Browser;
let caf: Frame;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  browser = world.browser();
  caf = new Frame(browser, world, 'caf-exemple');
});
afterEach(async () => {
  world.franceConnect.lies = {};
  world.franceConnect.who = CANARY_CLAIMS;
  world.suppliers.handlers[SNGI] = envelope({ certifie: true });
  for (const table of ['link', 'session', 'one_time_code', 'counter'] as const) {
    await world.database.kysely.deleteFrom(table).execute();
  }
});

describe('a first connection', () => {
  it('asks the NIR once, has it certified, and comes back to the partner with a code in the fragment', async () => {
    const page = await goThroughFranceConnect(browser, await caf.startUrl());
    expect(page.status).toBe(200);
    expect(page.text).toContain('Bonjour Camille');
    const arrival = await typeNirAndRead(browser, world, { nir: '2 91 03 69 990 991 86' });
    expect(arrival.status).toBe(200);
    expect(arrival.text).toContain(`url=http://caf.localhost:4100/mon-compte#mds-handover=`);
    // The sign-in is over: nothing is left of it to go on from.
    expect((await typeNirAndRead(browser, world, { nir: CANARY.nir })).status).toBe(410);
    const session = await caf.redeem(handoverIn(arrival));
    expect(Session.parse(session.json())).toMatchObject({
      status: 'signed-in',
      citizen: { firstName: 'Camille', maskedNir: '2 91 03 •• ••• ••• ••' },
    });
    const signedInAgain = await goThroughFranceConnect(browser, await caf.startUrl('droits'));
    expect(signedInAgain.status).toBe(303);
    expect(signedInAgain.location.href).toMatch(
      /^http:\/\/caf\.localhost:4100\/droits\?onglet=1#mds-handover=/,
    );
  });

  it('sends FranceConnect what it validates', async () => {
    const start = await caf.startUrl();
    const answer = await browser.ask(start, { headers: fromFrame(start) });
    const { searchParams } = answer.location;
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      acr_values: 'eidas1',
      redirect_uri: `${world.portal.portalUrl}/callback`,
      scope: 'openid identite_pivot',
    });
    expect(searchParams.get('nonce')?.length).toBeGreaterThanOrEqual(22);
    expect(searchParams.get('state')?.length).toBeGreaterThanOrEqual(22);
  });

  it('sends the registry a signed identity, and nothing personal in the address', async () => {
    await signIn(world, browser, 'caf-exemple', CANARY.nir);
    const call = world.suppliers.requests.findLast(({ url }) => url.startsWith(SNGI));
    expect(call?.url).toBe(`${SNGI}?recipient=00000000000000`);
    const [, payload = ''] = call?.body.split('.') ?? [];
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: world.portal.portalUrl,
      nir: CANARY.nir,
      identite: { nom_naissance: CANARY.birthName, prenoms: CANARY.firstNames },
    });
  });

  it('opens a session of the portal itself when the person came from its home', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    expect((await own.call('GET', 'session')).json()).toMatchObject({ status: 'signed-in' });
    const home = await browser.ask(world.portal.portalUrl);
    expect(home.text).toContain('<mds-rights-overview');
  });
});

describe('what does not check out at FranceConnect', () => {
  const lies: [string, Lies, number, string][] = [
    ['another state', { state: 'x'.repeat(30) }, 403, 'n’a pas abouti'],
    ['another issuer', { issuer: 'https://elsewhere.example/api/v2' }, 403, 'n’a pas abouti'],
    ['no issuer', { issuer: null }, 403, 'n’a pas abouti'],
    ['another nonce', { nonce: 'x'.repeat(30) }, 403, 'n’a pas abouti'],
    ['a lower level', { acr: 'eidas0' }, 403, 'n’a pas abouti'],
    ['a token for somebody else', { audience: 'other' }, 403, 'n’a pas abouti'],
    ['an ID token signed by a stranger', { idTokenKey: 'unknown' }, 403, 'n’a pas abouti'],
    ['userinfo signed by a stranger', { userinfoKey: 'unknown' }, 403, 'n’a pas abouti'],
    ['userinfo that nobody signed', { userinfoType: 'json' }, 403, 'n’a pas abouti'],
    ['userinfo of somebody else', { userinfoSub: 'other' }, 403, 'n’a pas abouti'],
    ['a person who turned back', { error: 'access_denied' }, 403, 'Connexion interrompue'],
    ['another error', { error: 'server_error' }, 403, 'n’a pas abouti'],
    ['a fault there', { tokenStatus: 503 }, 503, 'FranceConnect ne répond pas'],
  ];

  it.each(lies)('refuses %s, says so, whom to call, and the way back', async (_what, lie, status, words) => {
    world.franceConnect.lies = lie;
    const answer = await goThroughFranceConnect(browser, await caf.startUrl());
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.text).toMatch(/href="tel:3939"/);
    expect(answer.text).toContain('du lundi au vendredi, de 8 h 30 à 18 h 30');
    expect(answer.text).toContain('France services');
    expect(answer.text).toContain('href="http://caf.localhost:4100/mon-compte"');
    expect(answer.text).not.toContain('mds-handover');
    const codes = await world.database.kysely.selectFrom('one_time_code').select('content').execute();
    // At most that this answer was taken; nothing that leads anywhere.
    expect(codes.filter(({ content }) => content.length > 0)).toEqual([]);
  });

  it('fetches keys again when FranceConnect has turned them over, and only then', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl());
    const fetches = world.franceConnect.keyFetches;
    await goThroughFranceConnect(browser, await caf.startUrl());
    expect(world.franceConnect.keyFetches).toBe(fetches);
    await world.franceConnect.rotateKeys();
    const page = await goThroughFranceConnect(browser, await caf.startUrl());
    expect(page.text).toContain('Bonjour Camille');
    expect(world.franceConnect.keyFetches).toBe(fetches + 1);
  });

  it('needs a whole identity', async () => {
    world.franceConnect.who = { ...CANARY_CLAIMS, family_name: '' };
    const answer = await goThroughFranceConnect(browser, await caf.startUrl());
    expect(answer.text).toContain('Votre identité est incomplète');
  });
});

describe('/start', () => {
  const challenge = 'A'.repeat(43);
  it.each([
    ['no partner', { return: 'mon-compte', challenge }],
    ['an unknown partner', { partner: 'nobody', return: 'mon-compte', challenge }],
    ['a suspended partner', { partner: 'parti', return: 'compte', challenge }],
    ['another partner’s return', { partner: 'caf-exemple', return: 'mon-espace', challenge }],
    ['an address as return', { partner: 'caf-exemple', return: 'https://evil.example', challenge }],
    [
      'an address of the partner as return',
      { partner: 'caf-exemple', return: 'http://caf.localhost:4100/mon-compte', challenge },
    ],
    ['a protocol-relative return', { partner: 'caf-exemple', return: '//evil.example', challenge }],
    ['a return out of the prototype', { partner: 'caf-exemple', return: '__proto__', challenge }],
    ['no challenge', { partner: 'caf-exemple', return: 'mon-compte' }],
    ['a short challenge', { partner: 'caf-exemple', return: 'mon-compte', challenge: 'short' }],
    ['a challenge for the portal itself', { partner: 'portail', return: 'accueil', challenge }],
  ])('refuses %s with a page that leads home', async (_what, query) => {
    const answer = await browser.ask(
      `${world.portal.portalUrl}/start?${new URLSearchParams(query).toString()}`,
    );
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="/"');
    expect(answer.text).not.toContain('evil.example');
  });

  it.each([
    ['the partner’s page', { referer: 'http://caf.localhost:4100/', 'sec-fetch-site': 'cross-site' }],
    ['a page whose name only begins as ours', { referer: 'http://widgets.localhost.evil.example/' }],
    ['another site', { referer: 'https://evil.example/?http://widgets.localhost', 'sec-fetch-site': 'none' }],
    ['nobody says where', { 'sec-fetch-site': 'same-site' }],
    ['an old browser that says nothing', {}],
    ['what is no address', { referer: 'widgets' }],
  ])('refuses whom %s led here, and leads to the partner and home', async (_what, headers) => {
    const answer = await browser.ask(await caf.startUrl(), { headers });
    expect(answer.status).toBe(403);
    expect(answer.setCookies).toEqual([]);
    expect(answer.text).toContain('n’a pas commencé sur notre bouton');
    expect(answer.text).toContain('Revenir à Caf de l’Exemple');
    expect(answer.text).toContain('href="/"');
    expect(answer.text).not.toContain('challenge');
  });

  it('takes whom the frame led here, and whom our own page lets begin anew', async () => {
    const start = await caf.startUrl();
    for (const headers of [fromFrame(start), { 'sec-fetch-site': 'same-origin' }])
      expect((await browser.ask(start, { headers })).status).toBe(303);
  });

  it('says that FranceConnect does not answer, and finds it once it is back', async () => {
    const lonely = await world.replica({
      MDS_FRANCECONNECT_ISSUER: 'http://franceconnect.localhost:9/api/v2',
    });
    const answer = await browser.ask(`${lonely.portalUrl}/start?partner=portail&return=accueil`);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('FranceConnect ne répond pas');
    expect(answer.text).toContain('Recommencer la connexion');
  });
});

describe('the NIR page', () => {
  const open = async () => goThroughFranceConnect(browser, await caf.startUrl());

  it.each([
    ['', 'Entrez votre numéro'],
    ['2 91 03 69 990 991', 'Il manque la clé'],
    ['2 91 13 69 990 991 86', 'mois de naissance'],
    ['2 91 03 69 990 991 87', 'faute de frappe'],
  ])('says of %j what to mend, at the top and at the field', async (nir, words) => {
    await open();
    const answer = await typeNirAndRead(browser, world, { nir });
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/<title>Erreur\s: /);
    expect(answer.text).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(answer.text.split(words).length - 1).toBe(2);
    expect(answer.text).toContain('aria-describedby="nir-aide nir-erreur"');
    expect(answer.text).toContain('aria-invalid="true"');
    expect(answer.text).toContain(`value="${nir}"`);
  });

  it('asks to look again at a number that does not look like the person’s, then lets the registry decide', async () => {
    await open();
    world.suppliers.requests.length = 0;
    const doubt = await typeNirAndRead(browser, world, { nir: '185057899099125' });
    expect(doubt.text).toContain('l’année de naissance');
    expect(world.suppliers.requests).toEqual([]);
    const sure = await typeNirAndRead(browser, world, { nir: '185057899099125', sure: 'yes' });
    expect(sure.text).toContain('Connexion réussie');
  });

  it('says the same words for every refusal, with phone and counter, and opens nothing', async () => {
    await open();
    world.suppliers.handlers[SNGI] = envelope({ certifie: false });
    const stranger = await typeNirAndRead(browser, world, { nir: CANARY.nir });
    world.suppliers.handlers[SNGI] = envelope({ certifie: false, motif: 'jumeau' });
    const twin = await typeNirAndRead(browser, world, { nir: CANARY.nir });
    expect(twin.text).toBe(stranger.text);
    expect(twin.text).toContain('Nous n’avons pas pu confirmer que ce numéro est le vôtre');
    expect(twin.text).toContain('tel:3939');
    expect(twin.text).not.toContain(CANARY.nir);
    expect(await world.database.kysely.selectFrom('link').selectAll().execute()).toEqual([]);
  });

  it('does not blame the number when the registry is down, nor count the try', async () => {
    await open();
    for (let tried = 0; tried < 12; tried += 1) {
      // A 400 does not open the breaker: the registry is asked each time.
      world.suppliers.handlers[SNGI] = json({ errors: [] }, 400);
      const answer = await typeNirAndRead(browser, world, { nir: CANARY.nir });
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('Votre numéro n’est pas en cause');
      expect(answer.text).toContain('href="/nir"');
    }
    world.suppliers.handlers[SNGI] = envelope({ certifie: true });
    expect((await typeNirAndRead(browser, world, { nir: CANARY.nir })).status).toBe(200);
  });

  it('stops after five tries in fifteen minutes, on every replica and in every browser of that person', async () => {
    world.suppliers.handlers[SNGI] = envelope({ certifie: false });
    await open();
    for (let tried = 0; tried < 5; tried += 1) {
      expect((await typeNir(browser, world, { nir: CANARY.nir })).headers.location).toBe('/nir');
    }
    world.suppliers.handlers[SNGI] = envelope({ certifie: true });
    const sixth = await typeNirAndRead(browser, world, { nir: CANARY.nir });
    expect(sixth.status).toBe(429);
    expect(sixth.text).toContain('Trop d’essais');
    const second = { portal: await world.replica() };
    const elsewhere = world.browser();
    await goThroughFranceConnect(elsewhere, await new Frame(elsewhere, second, 'msa-exemple').startUrl());
    expect((await typeNirAndRead(elsewhere, second, { nir: CANARY.nir })).status).toBe(429);
    world.pass(15 * 60 + 1);
    await open();
    expect((await typeNirAndRead(browser, world, { nir: CANARY.nir })).status).toBe(200);
    world.pass(-15 * 60 - 1);
  });

  it('is nobody’s without a sign-in under way, and takes its own form only', async () => {
    expect((await browser.ask(`${world.portal.portalUrl}/nir`)).status).toBe(410);
    await open();
    for (const headers of [
      {},
      { origin: 'null' },
      { origin: 'http://caf.localhost:4100' },
      { origin: world.portal.portalUrl, 'sec-fetch-site': 'same-site' },
    ]) {
      const form = { method: 'POST', headers, body: `nir=${CANARY.nir}` } as const;
      const answer = await browser.ask(`${world.portal.portalUrl}/nir`, form);
      expect((await afterForm(browser, answer)).status).toBe(403);
    }
  });
});
