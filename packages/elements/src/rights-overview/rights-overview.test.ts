import { DOMAINS } from '@mds-kit/contract/domains';
import type { Domain } from '@mds-kit/contract/domains';
import {
  notAnswering,
  notCovered,
  nothingPaid,
  partial,
  ready,
  unknownAffiliation,
} from '@mds-kit/contract/fixtures/rights';
import { cookiesRefused, signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import type { RightsBubble } from '../rights-bubble/rights-bubble.ts';
import { maintenance, refusal, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from '../testing/mount.ts';
import './define.ts';
import type { RightsOverview } from './rights-overview.ts';

const overview = (
  portal: FakePortal,
  width = 1080,
  attributes: Record<string, string> = {},
  settled = true,
) => mount('mds-rights-overview', portal, { width, attributes, settled });

const bubbleOf = (element: RightsOverview, domain: Domain) =>
  inside(element, `mds-rights-bubble[domain=${domain}]`) as RightsBubble;

const mixed: Partial<Record<Domain, FakeAnswers['rights']>> = {
  housing: () => notAnswering,
  solidarity: () => nothingPaid,
  employment: () => partial,
};
const mixedAnswers: FakeAnswers = { rights: (domain) => mixed[domain]?.(domain) ?? ready[domain] };

/** What people see: the header and the cards, and not what is told to people who listen. */
const onScreen = (element: RightsOverview): string =>
  [inside(element, '.header'), inside(element, '.grid')].map(words).join(' ');

async function openBubble(element: RightsOverview, domain: Domain): Promise<HTMLElement> {
  const bubble = bubbleOf(element, domain);
  inside(bubble, '.toggle').click();
  await until(() => (bubble.shadowRoot?.querySelector('.panel') ?? null) !== null);
  await element.updateComplete;
  return inside(bubble, '.panel');
}

afterEach(unmount);

describe('six bubbles', () => {
  it('each drawn as soon as its own answer is there', async () => {
    const portal = new FakePortal({
      rights: (domain) => (domain === 'employment' ? 'never' : ready[domain]),
    });
    const element = await overview(portal, 1080, {}, false);
    await until(() => words(bubbleOf(element, 'retirement')).includes('1 420,50 € par mois'));
    expect(words(bubbleOf(element, 'employment'))).to.equal('Autour de l’emploi');
  });

  it('in the order of the domains, titled one level below the overview', async () => {
    const element = await overview(new FakePortal(), 1080, { 'heading-level': '3' });
    expect(inside(element, '.title').getAttribute('aria-level')).to.equal('3');
    const bubbles = [...(element.shadowRoot?.querySelectorAll('mds-rights-bubble') ?? [])];
    expect(bubbles.map(({ domain }) => domain)).to.deep.equal([...DOMAINS]);
    for (const bubble of bubbles) expect(inside(bubble, '.title').getAttribute('aria-level')).to.equal('4');
  });

  it('whose data they are is said once', async () => {
    const element = await overview(new FakePortal());
    expect(words(element).match(/Camille/g)).to.have.length(1);
    expect(words(element)).to.contain('Ce n’est pas vous ? Se déconnecter');
  });

  it('one open at a time', async () => {
    const element = await overview(new FakePortal());
    await openBubble(element, 'family');
    await openBubble(element, 'retirement');
    await until(() => !bubbleOf(element, 'family').open);
    expect(bubbleOf(element, 'retirement').open).to.equal(true);
  });
});

describe('where a panel opens', () => {
  it('narrow: right after its bubble, before the next one', async () => {
    const element = await overview(new FakePortal(), 320);
    const panel = (await openBubble(element, 'family')).getBoundingClientRect();
    const own = inside(bubbleOf(element, 'family'), '.card').getBoundingClientRect();
    const next = inside(bubbleOf(element, 'housing'), '.card').getBoundingClientRect();
    expect(panel.top).to.be.greaterThan(own.bottom);
    expect(panel.bottom).to.be.lessThan(next.top);
  });

  it('wide: below its row, over its whole width, and the row stays as it was', async () => {
    const element = await overview(new FakePortal(), 1080);
    const top = (domain: Domain) => inside(bubbleOf(element, domain), '.card').getBoundingClientRect().top;
    const before = DOMAINS.slice(0, 3).map(top);
    const panel = (await openBubble(element, 'health')).getBoundingClientRect();
    expect(DOMAINS.slice(0, 3).map(top)).to.deep.equal(before);
    expect(panel.width).to.be.closeTo(inside(element, '.grid').getBoundingClientRect().width, 1);
    expect(panel.bottom).to.be.lessThan(top('solidarity'));
  });

  it('reading order is not touched: a panel follows its own bubble in the document', async () => {
    const element = await overview(new FakePortal(), 1080);
    const panel = await openBubble(element, 'health');
    const card = inside(bubbleOf(element, 'health'), '.card');
    expect(card.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });
});

describe('when something is not there', () => {
  it('signed out: one way in, and what each domain is about', async () => {
    const element = await overview(new FakePortal({ session: signedOut }));
    await until(() => (inside(element, 'mds-sign-in').shadowRoot?.querySelector('.fc') ?? null) !== null);
    expect(words(bubbleOf(element, 'housing'))).to.contain(
      'Aides au logement, chèque énergie, logement social',
    );
    expect(words(element)).not.to.contain('Connexion nécessaire');
  });

  const HELP =
    'Besoin d’aide ? Appelez le 39 39 (du lundi au vendredi, de 8 h 30 à 18 h 30) ou allez à un guichet France services.';
  const SCOPE = 'Aides au logement, chèque énergie, logement social';

  /** Said in the header alone: the six cards say what their domain is about, and raise no alarm. */
  function expectSaidOnce(element: RightsOverview, what: RegExp): void {
    const text = onScreen(element);
    expect(text.match(new RegExp(what, 'g'))).to.have.length(1);
    for (const once of [/Vos droits ne changent pas/g, /Réessayer/g, /Identifiez-vous à nouveau/g])
      expect(text.match(once)?.length ?? 0, String(once)).to.be.at.most(1);
    for (const domain of DOMAINS) {
      const bubble = bubbleOf(element, domain);
      expect(bubble.shadowRoot?.querySelector('.chip'), domain).to.equal(null);
      expect(bubble.shadowRoot?.querySelector('[part=retry]'), domain).to.equal(null);
    }
    expect(words(bubbleOf(element, 'housing'))).to.equal(`Logement ${SCOPE}`);
    expect(inside(element, '[role=status]').textContent).to.match(what);
  }

  for (const [name, given, what] of [
    ['the portal is down', { session: unreachable }, /Nous n’avons pas pu joindre le portail/],
    [
      'signing in did not complete',
      { session: refusal('handover-refused') },
      /La connexion n’a pas abouti\. Le retour de connexion n’est plus valable\. Connectez-vous à nouveau/,
    ],
    [
      'the portal refuses',
      { rights: () => refusal('too-many-requests') },
      /Trop de demandes\. Attendez quelques minutes, puis réessayez/,
    ],
    ['the portal is broken', { session: refusal('internal') }, /Le portail a rencontré un problème\. Vos/],
    ['maintenance', { session: maintenance }, /Le portail est fermé pour entretien/],
    [
      'the portal fails once the session is known',
      { rights: () => unreachable },
      /pas pu joindre le portail/,
    ],
    [
      'affiliations unknown',
      { rights: (domain) => ({ ...unknownAffiliation, domain }) },
      /Nous ne savons pas, pour l’instant, quels organismes vous suivent/,
    ],
  ] as [string, FakeAnswers, RegExp][])
    it(`${name}: said once, and the cards are quiet`, async () => {
      const portal = new FakePortal(given);
      const element = await overview(portal);
      await until(() => inside(element, '[role=status]').textContent !== '');
      await element.updateComplete;
      expectSaidOnce(element, what);
      expect(words(inside(element, '.header'))).to.contain(HELP);
      portal.answers = {};
      const retry = inside(element, '[part=retry]');
      retry.focus();
      retry.click();
      await until(() => words(element).includes('228,20 € par mois'));
      await until(() => element.shadowRoot?.activeElement === inside(element, '[part=sign-out]'));
      expect(onScreen(element)).not.to.match(what);
    });

  it('one domain of six fails: its own bubble says so', async () => {
    const rights: FakeAnswers['rights'] = (domain) => (domain === 'housing' ? unreachable : ready[domain]);
    const element = await overview(new FakePortal({ rights }));
    expect(words(bubbleOf(element, 'housing'))).to.contain(
      'Nous n’avons pas pu joindre le portail. Vos droits',
    );
    expect(inside(bubbleOf(element, 'housing'), '[part=retry]')).to.exist;
    expect(words(inside(element, '.header'))).not.to.contain('pas pu joindre');
  });

  it('asked again, the header goes on to say it, and the cards stay quiet', async () => {
    const portal = new FakePortal({ session: unreachable });
    const element = await overview(portal);
    portal.answers = { session: 'never' };
    inside(element, '[part=retry]').click();
    await until(() => words(element).includes('Nouvel essai…'));
    expect(words(element)).to.contain('Nous n’avons pas pu joindre le portail');
    expect(bubbleOf(element, 'family').shadowRoot?.querySelector('.chip')).to.equal(null);
  });

  it('the portal fails: said once, with whom to call, and asked again for all', async () => {
    const portal = new FakePortal({ session: unreachable });
    const element = await overview(portal);
    expect(onScreen(element).match(/Nous n’avons pas pu joindre le portail/g)).to.have.length(1);
    expect(words(element).match(/Réessayer/g)).to.have.length(1);
    portal.answers = {};
    inside(element, '[part=retry]').click();
    await until(() => words(element).includes('228,20 € par mois'));
    expect(portal.asked).to.include('rights/family fresh');
  });

  it('maintenance says until when', async () => {
    const element = await overview(new FakePortal({ session: maintenance }));
    expect(words(element)).to.contain('Le portail est fermé pour entretien jusqu’au 22 novembre 2026');
  });

  it('a session that ended says so, and the rights are gone', async () => {
    const portal = new FakePortal();
    const element = await overview(portal);
    portal.changeSession(signedOut);
    await until(() => words(element).includes('Votre session est terminée.'));
    expect(words(element)).not.to.contain('€ par mois');
    await until(() => inside(element, '[role=status]').textContent.includes('Votre session est terminée.'));
    expectSaidOnce(element, /Votre session est terminée/);
  });
});

describe('what is told', () => {
  it('to people who listen: once, when all six are there, which of them are not', async () => {
    const element = await overview(new FakePortal(mixedAnswers));
    await until(() => inside(element, '[role=status]').textContent !== '');
    const said = inside(element, '[role=status]').textContent.replaceAll('\u00a0', ' ');
    expect(said).to.contain('Logement : Ne répond pas');
    expect(said).to.contain('Solidarité : Rien de versé');
    const spoken = [...(element.shadowRoot?.querySelectorAll('mds-rights-bubble') ?? [])].map(
      (bubble) => inside(bubble, '[role=status]').textContent,
    );
    expect(spoken.join('')).to.equal('');
  });

  it('to the page: one event, not seven', async () => {
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type);
    const types = ['mds-ready', 'mds-error', 'mds-session-change'];
    for (const type of types) document.body.addEventListener(type, hear);
    const portal = new FakePortal();
    const element = await overview(portal);
    await element.updateComplete;
    expect(heard).to.deep.equal(['mds-ready']);
    portal.changeSession(signedOut);
    await until(() => heard.length === 3);
    expect(heard.sort()).to.deep.equal(['mds-ready', 'mds-ready', 'mds-session-change']);
    for (const type of types) document.body.removeEventListener(type, hear);
  });
});

describe('the height of the overview tells nothing', () => {
  const everything: Record<string, FakeAnswers> = {
    ready: {},
    mixed: mixedAnswers,
    notCovered: { rights: () => notCovered },
    oneFails: { rights: (domain) => (domain === 'housing' ? refusal('internal') : ready[domain]) },
    failsSignedIn: { rights: () => refusal('internal') },
    loading: { session: 'never' },
    signedOut: { session: signedOut },
    cookiesRefused: { session: cookiesRefused },
    handoverRefused: { session: refusal('handover-refused') },
    internal: { session: refusal('internal') },
    noWayInInternal: { session: signedOut, startSignIn: refusal('internal') },
    noWayIn: { session: signedOut, startSignIn: unreachable },
    unreachable: { session: unreachable, catalogue: unreachable },
    unknown: { rights: (domain) => ({ ...unknownAffiliation, domain }) },
    maintenance: { session: maintenance },
  };

  for (const width of [280, 320, 360, 390, 500, 550, 620, 700, 736, 768, 900, 930, 1080])
    it(`${width} px wide: one height for every state, in a frame and in a page`, async () => {
      const heights: Record<string, number> = {};
      for (const [name, given] of Object.entries(everything))
        for (const attributes of [{}, { contained: '' }] as Record<string, string>[]) {
          const element = await overview(new FakePortal(given), width, attributes, name !== 'loading');
          const signIn = element.shadowRoot?.querySelector('mds-sign-in');
          if (signIn) await until(() => (signIn.shadowRoot?.querySelector('a, .quiet') ?? null) !== null);
          heights[`${name} ${Object.keys(attributes).join()}`] = element.offsetHeight;
          unmount();
        }
      expect(new Set(Object.values(heights)).size, JSON.stringify(heights)).to.equal(1);
    });
});
