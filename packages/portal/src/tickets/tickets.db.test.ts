import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { envelope, errors } from '@mds-kit/exchange/testing/supplier-server';
import { describe, expect, it } from 'vitest';
import { challengeOf } from '../keys/secret-box.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import type { Form } from '../testing/fund.ts';
import { type FundsWorld, redeemTicket, ticketIn, withFunds } from '../testing/funds-world.ts';
import { Frame, handoverIn } from '../testing/visitor.ts';
import { SNGI } from '../testing/world.ts';

let funds: FundsWorld;
let browser: Browser;
withFunds((...own) => ([funds, browser] = own));

const OTHER_NIR = '269054958815780';
const statusOf = async (frame: Frame) =>
  ((await frame.call('GET', 'session')).json() as { status: string }).status;

const INTERACTION = {
  error: 'interaction_required',
  error_description: 'The person has to sign in on the portal themselves',
};

describe('the fund ticket', () => {
  it('opens the rights of somebody who agreed, in a browser that never was at FranceConnect', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { frame, challenge } = await funds.pageOf(browser, funds.caf);
    const answer = await funds.ask(challenge);
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      issued_token_type: 'urn:mds-kit:token-type:frame-ticket',
      token_type: 'N_A',
      expires_in: 60,
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    const session = await redeemTicket(frame, ticketIn(answer));
    expect(session.json()).toMatchObject({
      status: 'signed-in',
      citizen: { firstName: CANARY.firstNames[0] },
    });
    expect(await statusOf(frame)).toBe('signed-in');
    const events = await funds.world.database.kysely
      .selectFrom('access_entry')
      .select('event')
      .orderBy('id')
      .execute();
    expect(events.map(({ event }) => event)).toEqual(['agreed', 'signed-in', 'signed-in-by-ticket']);
  });

  it('is not given for a number that the registry does not certify with this identity, or cannot now', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { challenge } = await funds.pageOf(browser, funds.caf);
    const { handlers } = funds.world.suppliers;
    const certified = handlers[SNGI];
    for (const answer of [envelope({ certifie: false }), errors(503, '37001')]) {
      handlers[SNGI] = answer;
      expect((await funds.ask(challenge)).json()).toEqual(INTERACTION);
    }
    if (certified) handlers[SNGI] = certified;
    expect((await funds.ask(challenge)).status).toBe(200);
  });

  it('is given for a key on P-256 too', async () => {
    await funds.settle(funds.world.browser(), funds.cpam, 'yes');
    const { challenge } = await funds.pageOf(browser, funds.cpam);
    expect((await funds.ask(challenge, {}, funds.cpam)).status).toBe(200);
  });

  it('signs out to where the person was, without FranceConnect', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { frame, challenge } = await funds.pageOf(browser, funds.caf);
    await redeemTicket(frame, ticketIn(await funds.ask(challenge)));
    const { signOutUrl } = (await frame.call('DELETE', 'session')).json() as { signOutUrl: string };
    expect((await browser.ask(signOutUrl)).location.href).toBe('http://caf.localhost:4100/');
  });

  it('leaves nothing personal in what is answered, in logs, or readable in its row', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { challenge } = await funds.pageOf(browser, funds.caf);
    const answer = await funds.ask(challenge);
    const rows = await funds.world.database.kysely.selectFrom('one_time_code').select('content').execute();
    const written = [
      ...funds.world.log,
      answer.text,
      JSON.stringify(answer.headers),
      ...rows.map(({ content }) => Buffer.from(content).toString('latin1')),
    ].join('\n');
    for (const trace of [CANARY.nir, CANARY.birthName, 'allocataire-7']) expect(written).not.toContain(trace);
    expect(funds.world.log.join()).not.toContain(ticketIn(answer));
    expect(funds.world.log.join()).not.toContain(challenge);
  });
});

describe('a fund that is honest', () => {
  const about = async (over: Record<string, unknown>, nir = CANARY.nir) => ({
    subject_token: await funds.caf.subjectToken(funds.world.portal.portalUrl, nir, over),
  });
  const refusals: [string, () => Promise<Form>][] = [
    ['nobody has a link', () => Promise.resolve({})],
    [
      'the person was not asked yet',
      async () => {
        await funds.settle(funds.world.browser(), funds.cpam, 'yes');
        return {};
      },
    ],
    [
      'the person said no',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'no');
        return {};
      },
    ],
    [
      'somebody else agreed',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'yes');
        return about({}, OTHER_NIR);
      },
    ],
    [
      'the level is too low',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'yes');
        return about({ acr: 'eidas0' });
      },
    ],
    [
      'the level is one of ours that is not agreed upon',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'yes');
        return about({ acr: 'eidas3' });
      },
    ],
    [
      'the person signed in too long ago',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'yes');
        return about({ auth_time: Math.floor(Date.now() / 1000) - 3700 });
      },
    ],
    [
      'the link was made before there was an index of the NIR',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'yes');
        await funds.world.database.kysely.updateTable('link').set({ nir_index: null }).execute();
        return {};
      },
    ],
    [
      'the person took it back',
      async () => {
        await funds.settle(funds.world.browser(), funds.caf, 'yes');
        await funds.world.database.kysely.updateTable('agreement').set({ agreed: false }).execute();
        return {};
      },
    ],
  ];

  it.each(refusals)('hears the same where %s: word for word, header for header', async (_, prepare) => {
    const form = await prepare();
    const { challenge } = await funds.pageOf(browser, funds.caf);
    const answer = await funds.ask(challenge, form);
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual(INTERACTION);
    const { date: _date, 'x-correlation-id': _id, ...headers } = answer.headers;
    expect(JSON.stringify(headers)).not.toMatch(/link|agree|level/i);
    const [line] = funds.world.log.slice(-1);
    expect(line).toContain('token-interaction-required');
  });

  it('finds a link of old times again once the person has come back', async () => {
    const visitor = funds.world.browser();
    await funds.settle(visitor, funds.caf, 'yes');
    await funds.world.database.kysely.updateTable('link').set({ nir_index: null }).execute();
    await funds.connect(visitor, funds.caf);
    const { challenge } = await funds.pageOf(browser, funds.caf);
    expect((await funds.ask(challenge)).status).toBe(200);
  });
});

describe('a ticket', () => {
  async function issued(): Promise<{ frame: Frame; ticket: string; challenge: string }> {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { frame, challenge } = await funds.pageOf(browser, funds.caf);
    return { frame, challenge, ticket: ticketIn(await funds.ask(challenge)) };
  }
  const refused = (answer: Answer) => {
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'handover-refused' });
  };

  it('works once', async () => {
    const { frame, ticket } = await issued();
    expect((await redeemTicket(frame, ticket)).status).toBe(200);
    refused(await redeemTicket(frame, ticket));
  });

  it('works once even when two replicas are asked at the same moment', async () => {
    const { frame, ticket } = await issued();
    const second = await funds.world.replica({ MDS_PARTNERS: funds.partnersFile });
    const jar = browser.cookies.get(new URL(funds.world.portal.widgetsUrl).host);
    browser.cookies.set(new URL(second.widgetsUrl).host, new Map(jar));
    const other = new Frame(browser, { portal: second }, 'caf');
    const answers = await Promise.all([frame, other, frame, other].map((at) => redeemTicket(at, ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
  });

  it('is worth nothing in another browser, with another verifier or none, and is spent by the attempt', async () => {
    const { frame, ticket } = await issued();
    const thief = await funds.pageOf(funds.world.browser(), funds.caf);
    refused(await redeemTicket(thief.frame, ticket));
    refused(await redeemTicket(frame, ticket));
    const again = ticketIn(await funds.ask((await funds.pageOf(browser, funds.caf)).challenge));
    refused(await redeemTicket(new Frame(funds.world.browser(), funds.world, 'caf'), again));
  });

  it('of another challenge is worth nothing here', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { frame } = await funds.pageOf(browser, funds.caf);
    refused(await redeemTicket(frame, ticketIn(await funds.ask(challengeOf('v'.repeat(43))))));
  });

  it('of the challenge of signing in is worth nothing: a page knows that of tickets alone', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { frame, challenge } = await funds.pageOf(browser, funds.caf);
    const signingIn = (await frame.startUrl()).searchParams.get('challenge') ?? '';
    expect(signingIn).not.toBe(challenge);
    refused(await redeemTicket(frame, ticketIn(await funds.ask(signingIn))));
  });

  it('is worth nothing at another partner, be it in the same browser', async () => {
    const { ticket } = await issued();
    refused(await redeemTicket(new Frame(browser, funds.world, 'cpam'), ticket));
  });

  it('is worth nothing after a minute', async () => {
    const { frame, ticket } = await issued();
    funds.world.pass(61);
    refused(await redeemTicket(frame, ticket));
    funds.world.pass(-61);
  });

  it('is no handover code, nor a handover code a ticket', async () => {
    const { frame, ticket } = await issued();
    refused(await frame.redeem(ticket));
    const visitor = funds.world.browser();
    const arrival = await funds.connect(visitor, funds.caf);
    refused(await redeemTicket(new Frame(visitor, funds.world, 'caf'), handoverIn(arrival)));
  });

  it.each(['', 'short', 'A'.repeat(43), null, { deep: true }])('refuses %j', async (ticket) => {
    const { frame } = await funds.pageOf(browser, funds.caf);
    expect([400, 403]).toContain((await frame.call('POST', 'session', { ticket })).status);
  });

  it('is worth nothing once the person has taken their agreement back', async () => {
    const { frame, ticket } = await issued();
    await funds.world.database.kysely.updateTable('agreement').set({ agreed: false }).execute();
    refused(await redeemTicket(frame, ticket));
  });

  it('is worth nothing once the person has unlinked', async () => {
    const { frame, ticket } = await issued();
    await funds.world.database.kysely.deleteFrom('link').execute();
    refused(await redeemTicket(frame, ticket));
  });

  it('does not sign in again who signed out here, until they sign in at the fund anew', async () => {
    const { frame, ticket } = await issued();
    await redeemTicket(frame, ticket);
    await frame.call('DELETE', 'session');
    const next = await funds.pageOf(browser, funds.caf);
    refused(await redeemTicket(next.frame, ticketIn(await funds.ask(next.challenge))));
    const later = { auth_time: Math.ceil(Date.now() / 1000) + 1, iat: Math.ceil(Date.now() / 1000) + 1 };
    const subject_token = await funds.caf.subjectToken(funds.world.portal.portalUrl, CANARY.nir, later);
    expect(
      (await redeemTicket(next.frame, ticketIn(await funds.ask(next.challenge, { subject_token })))).status,
    ).toBe(200);
  });

  it('counts again for who signed in by FranceConnect after signing out', async () => {
    const frame = await funds.settle(browser, funds.caf, 'yes');
    await frame.call('DELETE', 'session');
    await frame.redeem(handoverIn(await funds.connect(browser, funds.caf)));
    // That session is over, as far as this browser knows.
    browser.cookies.get(new URL(funds.world.portal.widgetsUrl).host)?.delete('__Host-mds-session');
    const { challenge } = await funds.pageOf(browser, funds.caf);
    expect((await redeemTicket(frame, ticketIn(await funds.ask(challenge)))).status).toBe(200);
  });
});

// The last: the registry stays changed.
describe('a partner that is suspended', () => {
  it('gets no ticket, and those that it has are worth nothing', async () => {
    await funds.settle(funds.world.browser(), funds.caf, 'yes');
    const { frame, challenge } = await funds.pageOf(browser, funds.caf);
    const ticket = ticketIn(await funds.ask(challenge));
    const file = funds.partnersFile;
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/(id: caf,.*?)state: active/, '$1state: suspended'));
    while (!funds.world.log.some((line) => line.includes('partners-changed'))) await pause(100);
    expect((await funds.ask(challenge)).json()).toMatchObject({ error: 'invalid_client' });
    expect((await redeemTicket(frame, ticket)).json()).toMatchObject({ code: 'partner-unknown' });
  });
});
