import * as answers from '@mds-kit/contract/fixtures/rights';
import type { DomainRights } from '@mds-kit/contract/rights';
import { cookiesRefused, signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import { maintenance, refusal, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until } from '../testing/mount.ts';
import './define.ts';

const ended = (answer: DomainRights): DomainRights => ({
  ...answer,
  rights: answer.rights.map((right) => ({ ...right, status: 'ended' })),
});

// A frame is as high as its widget: were that to depend on what it says, the page around it could read the state of a
// person's rights off the height. In a page, equal heights are what keeps it from jumping.
const everything: Record<string, FakeAnswers> = {
  ...Object.fromEntries(
    answers.everyFixture.map((answer) => [`${answer.domain} ${answer.situation}`, { rights: () => answer }]),
  ),
  partial: { rights: () => answers.partial },
  endedAndSilent: { rights: () => ended(answers.partial) },
  endedAndNotTransmitted: {
    rights: () => ({ ...ended(answers.ready.health), notCovered: answers.notCovered.notCovered }),
  },
  loading: { session: 'never' },
  signedOut: { session: signedOut },
  cookiesRefused: { session: cookiesRefused },
  handoverRefused: { session: refusal('handover-refused') },
  internal: { session: refusal('internal') },
  noWayInInternal: { session: signedOut, startSignIn: refusal('internal') },
  noWayIn: { session: signedOut, startSignIn: unreachable },
  unreachable: { session: unreachable, catalogue: unreachable },
  maintenance: { session: maintenance },
};

const WIDTHS = [280, 288, 320, 345, 400, 480, 540, 550, 600, 900];

async function height(
  given: FakeAnswers,
  width: number,
  attributes: Record<string, string>,
): Promise<number> {
  const portal = new FakePortal(given);
  const settled = given.session !== 'never';
  const domain = given.rights?.('health');
  const element = await mount('mds-rights-bubble', portal, {
    attributes: {
      domain: domain && 'domain' in (domain as object) ? (domain as { domain: string }).domain : 'family',
      ...attributes,
    },
    width,
    settled,
  });
  const signIn = element.shadowRoot?.querySelector('mds-sign-in');
  if (signIn) await until(() => (signIn.shadowRoot?.querySelector('a, .quiet') ?? null) !== null);
  if ('open' in attributes && element.shadowRoot?.querySelector('.toggle'))
    await until(() => element.shadowRoot?.querySelector('.panel') !== null);
  return element.offsetHeight;
}

describe('the height of a bubble tells nothing', () => {
  afterEach(unmount);

  for (const width of WIDTHS) {
    it(`closed, ${width} px wide: one height for every state, in a frame and in a page`, async () => {
      const heights: Record<string, number> = {};
      for (const [name, given] of Object.entries(everything)) {
        heights[name] = await height(given, width, {});
        heights[`${name}, contained`] = await height(given, width, { contained: '' });
        unmount();
      }
      expect(heights).to.deep.equal(
        Object.fromEntries(Object.keys(heights).map((name) => [name, heights.loading])),
      );
    });
  }

  for (const width of [288, 480, 900]) {
    it(`open, ${width} px wide: one height for every answer, in a frame`, async () => {
      const heights: Record<string, number> = {};
      for (const [name, given] of Object.entries(everything)) {
        if (['loading', 'signedOut', 'cookiesRefused', 'noWayIn', 'noWayInInternal'].includes(name)) continue;
        heights[name] = await height(given, width, { contained: '', open: '' });
        unmount();
      }
      expect(new Set(Object.values(heights)).size, JSON.stringify(heights)).to.equal(1);
    });
  }

  it('what does not fit can be scrolled, by keyboard too', async () => {
    const element = await mount('mds-rights-bubble', new FakePortal(), {
      attributes: { domain: 'family', contained: '', open: '' },
      width: 288,
    });
    await until(() => element.shadowRoot?.querySelector('.scroll') !== null);
    const scroll = inside(element, '.scroll');
    expect(scroll.scrollHeight).to.be.greaterThan(scroll.clientHeight);
    scroll.focus();
    expect(element.shadowRoot?.activeElement).to.equal(scroll);
    expect(scroll.getAttribute('aria-label')).to.equal('Famille');
  });
});
