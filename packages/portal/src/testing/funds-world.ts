/** A world with funds: `caf` and `cpam` may vouch for people, `msa` may not; and a person, the canary. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { RunningPortal } from '../start.ts';
import type { Answer, Browser } from './browser.ts';
import { askTicket, type Form, Fund } from './fund.ts';
import { afterForm, Frame, goThroughFranceConnect, handoverIn, typeNirAndRead } from './visitor.ts';
import { startWorld, type World } from './world.ts';

const PORTAL = `partners:
  - { id: portail, name: Mes droits sociaux, origins: ["\${MDS_PORTAL_ORIGIN}"], returns: [{ id: accueil, url: "\${MDS_PORTAL_ORIGIN}/" }], state: active, inPage: true, contacts: [] }
`;

/** One line of the registry, as YAML takes it. */
function lineOf({ id, jwk }: Fund, mayVouch: boolean): string {
  const terms = { keys: [jwk], levels: ['eidas1', 'eidas2'], maxAgeSeconds: 3600 };
  const ticket = mayVouch ? `, ticket: ${JSON.stringify(terms)}` : '';
  return `  - { id: ${id}, name: Fonds ${id}, origins: ["http://${id}.localhost:4100"], returns: [{ id: compte, url: "http://${id}.localhost:4100/" }], state: active, inPage: false, contacts: []${ticket} }\n`;
}

export class FundsWorld {
  readonly world: World;
  readonly caf: Fund;
  readonly cpam: Fund;
  readonly msa: Fund;
  readonly #folder: string;

  private constructor(world: World, folder: string, [caf, cpam, msa]: readonly [Fund, Fund, Fund]) {
    [this.world, this.#folder, this.caf, this.cpam, this.msa] = [world, folder, caf, cpam, msa];
  }

  static async start(): Promise<FundsWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'mds-funds-'));
    const funds = await Promise.all([Fund.create('caf'), Fund.create('cpam', 'ES256'), Fund.create('msa')]);
    const lines = funds.map((fund) => lineOf(fund, fund.id !== 'msa'));
    await writeFile(join(folder, 'partners.yaml'), PORTAL + lines.join(''));
    const world = await startWorld({ MDS_PARTNERS: join(folder, 'partners.yaml') });
    return new FundsWorld(world, folder, funds);
  }

  /** The registry that the portal follows. */
  get partnersFile(): string {
    return join(this.#folder, 'partners.yaml');
  }

  /** Answers a form of the portal's own page, as a browser does. */
  post(from: Browser, path: string, fields: Record<string, string>, headers = {}): Promise<Answer> {
    const { portalUrl } = this.world.portal;
    return from.ask(`${portalUrl}${path}`, {
      method: 'POST',
      headers: {
        origin: portalUrl,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** The same, as far as it leads. */
  async postAndRead(...form: Parameters<FundsWorld['post']>): Promise<Answer> {
    return afterForm(form[0], await this.post(...form));
  }

  /** From the fund's page over FranceConnect, up to where the person is asked, or to where they come back. */
  async connect(from: Browser, fund: Fund): Promise<Answer> {
    const frame = new Frame(from, this.world, fund.id);
    const arrival = await goThroughFranceConnect(from, await frame.startUrl());
    if (!arrival.text.includes('name="nir"')) return arrival;
    return typeNirAndRead(from, this.world, { nir: CANARY.nir });
  }

  /** The same, with the answer, and back into a session. */
  async settle(from: Browser, fund: Fund, agreed: 'yes' | 'no'): Promise<Frame> {
    await this.connect(from, fund);
    const back = await this.postAndRead(from, '/agreement', { agreed });
    const frame = new Frame(from, this.world, fund.id);
    const session = await frame.redeem(handoverIn(back));
    if (session.status !== 200) throw new Error('The handover was refused');
    return frame;
  }

  /** A browser that has only loaded the fund's page. */
  async pageOf(from: Browser, fund: Fund, portal: RunningPortal = this.world.portal) {
    const frame = new Frame(from, { portal }, fund.id);
    await frame.load();
    return { frame, challenge: (await frame.ticketChallenge()) ?? '' };
  }

  /** What the fund's server is answered when it asks about the canary, honestly but for `form`. */
  ask(challenge: string, form: Form = {}, fund: Fund = this.caf): Promise<Answer> {
    return askTicket(this.world.browser(), this.world, fund, CANARY.nir, challenge, form);
  }

  async close(): Promise<void> {
    await this.world.close();
    await rm(this.#folder, { recursive: true });
  }
}

export const redeemTicket = (frame: Frame, ticket: string) => frame.call('POST', 'session', { ticket });

export const ticketIn = (answer: Answer) => (answer.json() as { access_token: string }).access_token;

/** Funds for all tests of a file; for each a browser of its own, and nobody linked whom another one linked. */
export function withFunds(take: (funds: FundsWorld, browser: Browser) => void): void {
  let funds: FundsWorld;
  beforeAll(async () => {
    funds = await FundsWorld.start();
  });
  afterAll(() => funds.close());
  beforeEach(() => take(funds, funds.world.browser()));
  afterEach(async () => {
    for (const table of ['link', 'one_time_code', 'counter'] as const)
      await funds.world.database.kysely.deleteFrom(table).execute();
  });
}
