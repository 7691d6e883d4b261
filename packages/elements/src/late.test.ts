import { expect } from '@open-wc/testing';
import { signedOut } from '@mds-kit/contract/fixtures/session';
import { lateSignIn } from './parts/way-in.ts';
import type { Late } from './late.ts';
import './rights-bubble/define.ts';
import './rights-overview/define.ts';
import { partial } from '@mds-kit/contract/fixtures/rights';
import type { RightsBubble } from './rights-bubble/rights-bubble.ts';
import { FakePortal } from './testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from './testing/mount.ts';

const LOST = 'Cette partie n’a pas pu être chargée. Besoin d’aide ? 39 39';

/** Loses a module until the way back is called; `asked` counts how often it was asked for. */
function lose<T>(late: Late<T>) {
  const { load } = late;
  const lost = {
    asked: 0,
    find: () => {
      late.load = load;
    },
  };
  late.load = () => {
    lost.asked += 1;
    return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  };
  return lost;
}

const bubble = (portal: FakePortal, settled = true) =>
  mount('mds-rights-bubble', portal, { attributes: { domain: 'employment' }, settled });

const retry = (element: Element) => inside(element, '[part=retry]');
const said = (element: Element) => inside(element, '[role=status]').textContent;
const focused = (element: Element) => element.shadowRoot?.activeElement;

async function openLost(element: RightsBubble) {
  const lost = lose(element.panel);
  inside(element, '.toggle').click();
  await until(() => element.panel.lost === 'once');
  await element.updateComplete;
  return lost;
}

const rejections: PromiseRejectionEvent[] = [];
const hear = (event: PromiseRejectionEvent) => rejections.push(event);

before(() => addEventListener('unhandledrejection', hear));
after(() => removeEventListener('unhandledrejection', hear));
afterEach(() => {
  unmount();
  expect(rejections).to.deep.equal([]);
});

describe('a panel that cannot be loaded', () => {
  it('says so where it would stand, and whom else to ask; what is known stays', async () => {
    const element = await bubble(new FakePortal());
    await openLost(element);
    expect(words(inside(element, '#panel'))).to.equal(`${LOST} Réessayer`);
    expect(inside(element, '#panel [role=alert]')).to.exist;
    expect(inside(element, '#panel a').getAttribute('href')).to.equal('tel:3939');
    expect(inside(element, '.toggle').getAttribute('aria-expanded')).to.equal('true');
    expect(words(element)).to.contain('2 droits ouverts');
  });

  it('is asked for once, however often the bubble is drawn', async () => {
    const element = await bubble(new FakePortal());
    const lost = await openLost(element);
    inside(element, '.toggle').dispatchEvent(new PointerEvent('pointerenter'));
    element.requestUpdate();
    await element.updateComplete;
    expect(lost.asked).to.equal(1);
  });

  it('is there after another try, and the keyboard goes on from the bubble', async () => {
    const element = await bubble(new FakePortal());
    const lost = await openLost(element);
    lost.find();
    retry(element).focus();
    retry(element).click();
    await until(() => element.shadowRoot?.querySelector('.scroll') !== null);
    await until(() => focused(element) === inside(element, '.toggle'));
    expect(words(element)).not.to.contain('chargée');
  });

  it('that is still lost is said again, the keyboard stays, and the page can be loaded anew', async () => {
    const element = await bubble(new FakePortal());
    await openLost(element);
    const button = retry(element);
    button.focus();
    button.click();
    expect(said(element)).to.equal('');
    await until(() => said(element) === 'Cette partie n’a pas pu être chargée.');
    expect(focused(element)).to.equal(button);
    expect(words(button)).to.equal('Recharger la page');
  });

  it('is asked for again when the bubble is opened again', async () => {
    const element = await bubble(new FakePortal());
    const lost = await openLost(element);
    lost.find();
    inside(element, '.toggle').click();
    await element.updateComplete;
    inside(element, '.toggle').click();
    await until(() => element.shadowRoot?.querySelector('.scroll') !== null);
  });

  it('says nothing while the person has only come near', async () => {
    const element = await bubble(new FakePortal());
    const lost = lose(element.panel);
    inside(element, '.toggle').dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => lost.asked === 1);
    await element.updateComplete;
    expect(words(element)).not.to.contain('chargée');
  });
});

describe('a state whose words cannot be loaded', () => {
  /** The code that the page hears, too. */
  async function lostState() {
    const portal = new FakePortal({ session: 'never' });
    const element = await bubble(portal, false);
    const lost = lose(element.others);
    const codes: string[] = [];
    element.addEventListener('mds-error', ({ code }) => codes.push(code));
    const ready = new Promise((resolve) => element.addEventListener('mds-ready', resolve, { once: true }));
    portal.answers = { rights: () => partial };
    await element.retry();
    await ready;
    return { element, lost, codes };
  }

  it('is said, and the page is told', async () => {
    const { element, codes } = await lostState();
    expect(words(element)).to.contain(`${LOST} Réessayer`);
    expect(codes).to.deep.equal(['network']);
  });

  it('is there after another try, and the keyboard goes on from the bubble', async () => {
    const { element, lost } = await lostState();
    lost.find();
    retry(element).focus();
    retry(element).click();
    await until(() => words(element).includes('Réponse incomplète'));
    await until(() => focused(element) === inside(element, '.toggle'));
  });

  it('is asked for again with every answer', async () => {
    const { element, lost } = await lostState();
    lost.find();
    await element.retry();
    await until(() => words(element).includes('Réponse incomplète'));
  });
});

// Last: once an element is defined, nothing can take it away from the document.
describe('a way in that cannot be loaded', () => {
  it('says whom to ask, shows what the page says of the portal, and comes with another try', async () => {
    const portal = new FakePortal({ session: 'never' });
    const element = await mount('mds-rights-overview', portal, { settled: false });
    const link = document.createElement('a');
    link.href = 'https://portail.exemple/';
    link.textContent = 'le portail';
    element.append(link);
    const lost = lose(lateSignIn(element));
    portal.changeSession(signedOut);
    await until(() => words(element).includes('Nous n’avons pas pu préparer la connexion. Besoin d’aide ?'));
    expect(link.getBoundingClientRect().height).to.be.greaterThan(0);

    retry(element).focus();
    retry(element).click();
    await until(() => words(retry(element)) === 'Recharger la page');
    expect(focused(element)).to.equal(retry(element));

    const again = lateSignIn(element);
    lost.find();
    again.lost = 'once';
    element.requestUpdate();
    await element.updateComplete;
    retry(element).click();
    await until(() => Boolean(inside(element, 'mds-sign-in').shadowRoot?.querySelector('.fc')));
    await until(() => focused(element)?.shadowRoot?.activeElement?.classList.contains('fc') ?? false);
    expect(link.getBoundingClientRect().height).to.equal(0);
  });
});
