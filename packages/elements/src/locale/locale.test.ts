import { signedOut } from '@mds-kit/contract/fixtures/session';
import { notCovered, unknownAffiliation } from '@mds-kit/contract/fixtures/rights';
import { expect } from '@open-wc/testing';
import '../rights-bubble/define.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import { unreachable } from '../testing/failures.ts';
import { mount, unmount, until, words } from '../testing/mount.ts';
import { setDocumentLocale, wordsLocale, wordsReady } from './locale.ts';

const bubble = (portal = new FakePortal(), settled = true) =>
  mount('mds-rights-bubble', portal, { attributes: { domain: 'family' }, settled });

// One document, one language: these tests follow each other on one page.
describe('the language of the document', () => {
  afterEach(unmount);

  it('is that of the first tag’s surroundings, in its nearest form that we speak', async () => {
    document.documentElement.lang = 'en-US';
    const element = await mount('mds-rights-bubble', new FakePortal({ session: 'never' }), {
      attributes: { domain: 'family' },
      settled: false,
    });
    expect(words(element), 'no French while English is on its way').to.equal('');
    const height = element.offsetHeight;
    await until(() => words(element).includes('Family'));
    expect(element.offsetHeight).to.equal(height);
    expect(wordsLocale()).to.equal('en');
  });

  it('says amounts and dates as that language does, and marks it', async () => {
    const element = await bubble();
    expect(words(element)).to.contain('€228.20 a month');
    expect(element.shadowRoot?.querySelector('.root')?.getAttribute('lang')).to.equal('en');
  });

  it('is the same for every later tag, whatever its own lang', async () => {
    const element = document.createElement('mds-rights-bubble');
    element.lang = 'fr';
    element.domain = 'family';
    element.client = new FakePortal();
    document.body.append(element);
    await until(() => words(element).includes('a month'));
    element.remove();
  });

  it('changes for all that is on the page, without asking anything again', async () => {
    const portal = new FakePortal();
    const element = await bubble(portal);
    await setDocumentLocale('fr');
    expect(words(element)).to.contain('228,20 € par mois');
    await setDocumentLocale('en');
    expect(words(element)).to.contain('€228.20 a month');
    expect(portal.asked).to.deep.equal(['session', 'rights/family']);
  });

  it('reaches the rarer states', async () => {
    for (const [given, says] of [
      [{ session: signedOut }, 'Sign in to see your rights.'],
      [
        { session: unreachable },
        'Need help? Call 39 39 (Monday to Friday, 8:30 to 18:30) or go to a France services counter.',
      ],
      // Not "not covered": that would tell a person that they are not insured.
      [{ rights: () => notCovered }, 'Not available here yet'],
      [{ rights: () => unknownAffiliation }, 'For now we do not know which organisations manage you.'],
    ] as const) {
      const element = await bubble(new FakePortal(given));
      await until(() => words(element).includes(says));
    }
  });

  it('is French where we do not speak what was asked', async () => {
    await setDocumentLocale('de-AT');
    expect(wordsLocale()).to.equal('fr');
    expect(words(await bubble())).to.contain('par mois');
  });

  it('of French alone: a country changes nothing, another kind of French is looked for', async () => {
    await setDocumentLocale('fr');
    for (const lang of ['fr', 'FR', 'fr-CA', 'fr-RE']) {
      const done = setDocumentLocale(lang);
      expect(wordsReady(), lang).to.equal(true);
      await done;
    }
    const done = setDocumentLocale('fr-x-falc');
    expect(wordsReady(), 'its words may be on their way').to.equal(false);
    await done;
    expect(words(await bubble())).to.contain('par mois');
  });

  it('when two are asked for at once, the last one counts', async () => {
    await Promise.all([setDocumentLocale('en'), setDocumentLocale('fr')]);
    expect(wordsLocale()).to.equal('fr');
    expect(words(await bubble())).to.contain('par mois');
  });
});
