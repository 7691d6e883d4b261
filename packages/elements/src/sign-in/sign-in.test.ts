import { cookiesRefused, signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import { maintenance, refusal, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from '../testing/mount.ts';
import './define.ts';

const HELP =
  'Appelez le 39 39 (du lundi au vendredi, de 8 h 30 à 18 h 30) ou allez à un guichet France services.';

const signIn = (given: FakeAnswers, attributes: Record<string, string> = {}, width = 600) =>
  mount('mds-sign-in', new FakePortal(given), { attributes, width, settled: given.session !== 'never' });

describe('the way in', () => {
  afterEach(unmount);

  it('is FranceConnect’s: a real link for the whole page, its words unchanged, its explanation beneath', async () => {
    const element = await signIn({ session: signedOut });
    const link = inside(element, '.fc') as HTMLAnchorElement;
    expect(words(link)).to.equal('S’identifier avec FranceConnect');
    expect(link.target).to.equal('_top');
    expect(link.href).to.equal('https://portail.exemple/start?return=');
    const about = inside(element, '.about') as HTMLAnchorElement;
    expect(about.href).to.equal('https://franceconnect.gouv.fr/');
    expect(about.title.replaceAll('\u00a0', ' ')).to.equal(
      'Qu’est-ce que FranceConnect ? - nouvelle fenêtre',
    );
  });

  it('keeps its colours whatever a page sets', async () => {
    const element = await signIn({ session: signedOut });
    element.theme = 'light';
    await element.updateComplete;
    element.style.setProperty('--mds-accent', '#ff0000');
    const { color, backgroundColor } = getComputedStyle(inside(element, '.fc'));
    expect([color, backgroundColor]).to.deep.equal(['rgb(245, 245, 254)', 'rgb(0, 0, 145)']);
    element.theme = 'dark';
    await element.updateComplete;
    const dark = getComputedStyle(inside(element, '.fc'));
    expect([dark.color, dark.backgroundColor]).to.deep.equal(['rgb(0, 0, 145)', 'rgb(133, 133, 246)']);
  });

  it('shows another way where the browser refuses the cookie, says whom to call and when, and tells the page', async () => {
    const portal = new FakePortal({ session: cookiesRefused });
    const codes: string[] = [];
    const hear = (event: HTMLElementEventMap['mds-error']) => codes.push(event.code);
    document.body.addEventListener('mds-error', hear);
    const element = await mount('mds-sign-in', portal);
    document.body.removeEventListener('mds-error', hear);
    expect(words(element)).to.contain('Votre navigateur bloque la connexion depuis cette page.');
    expect(inside(element, 'a[target=_top]').getAttribute('href')).to.equal('https://portail.exemple/');
    await until(() => words(element).includes(HELP));
    expect(codes).to.deep.equal(['cookies']);
  });

  it('says whom to call when it cannot be prepared, and tries again', async () => {
    const portal = new FakePortal({ session: signedOut, startSignIn: unreachable });
    const element = await mount('mds-sign-in', portal);
    expect(words(element)).to.contain('Nous n’avons pas pu préparer la connexion.');
    await until(() => words(element).includes(HELP));
    portal.answers = { session: signedOut };
    inside(element, '[part=retry]').click();
    await until(() => element.shadowRoot?.querySelector('.fc') !== null);
  });

  it('inside another element too, a failure says whom to call and when', async () => {
    for (const given of [
      { session: cookiesRefused },
      { session: signedOut, startSignIn: unreachable },
    ] satisfies FakeAnswers[]) {
      const element = await signIn(given, { nested: '' });
      await until(() => words(element).includes(HELP));
    }
  });

  it('says what the portal says, which is not always that it is out of reach', async () => {
    const element = await signIn({ session: refusal('handover-refused') });
    expect(words(inside(element, '.title'))).to.equal('La connexion n’a pas abouti');
    expect(words(element)).to.contain('Connectez-vous à nouveau depuis cette page. Besoin d’aide');
    expect(inside(element, '[part=retry]')).to.exist;
    const nested = await signIn(
      { session: signedOut, startSignIn: refusal('too-many-requests') },
      { nested: '' },
    );
    expect(words(nested)).to.contain('Trop de demandes. Besoin d’aide');
    for (const one of [element, nested]) expect(words(one)).not.to.contain('pas pu');
  });

  it('says until when announced maintenance lasts', async () => {
    const element = await signIn({ session: maintenance });
    expect(words(element)).to.contain('Le portail est fermé pour entretien jusqu’au 22 novembre 2026');
  });

  it('says who is signed in already', async () => {
    const element = await signIn({ session: signedIn });
    expect(words(element)).to.contain('Camille');
  });

  it('has its title at the level that the page asks for', async () => {
    const element = await signIn({ session: signedOut }, { 'heading-level': '5' });
    expect(inside(element, '[role=heading]').getAttribute('aria-level')).to.equal('5');
  });

  for (const width of [280, 320, 600])
    it(`keeps one height in all its states, ${width} px wide`, async () => {
      const heights: number[] = [];
      for (const given of [
        { session: 'never' },
        { session: signedOut },
        { session: signedIn },
        { session: cookiesRefused },
        { session: unreachable, catalogue: unreachable },
        { session: maintenance },
        { session: refusal('handover-refused') },
        { session: refusal('internal') },
      ] satisfies FakeAnswers[])
        heights.push(
          (await signIn(given, { contained: '' }, width)).offsetHeight,
          (await signIn(given, {}, width)).offsetHeight,
        );
      expect(new Set(heights).size, heights.join()).to.equal(1);
    });
});
