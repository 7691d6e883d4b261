import { domainRights, ready } from '@mds-kit/contract/fixtures/rights';
import * as answers from '@mds-kit/contract/fixtures/rights';
import { expect } from '@open-wc/testing';
import { answering, bubble, open, withRight } from '../testing/bubble.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import { inside, mount, unmount, words } from '../testing/mount.ts';
import './define.ts';

afterEach(unmount);

describe('a closed bubble says the one fact that matters', () => {
  it('adds up what is paid a month, and who says so', async () => {
    const element = await bubble(new FakePortal());
    expect(words(element)).to.contain('228,20 € par mois');
    expect(words(element)).to.contain('2 droits ouverts');
    // "à" and its hour stay on one line.
    expect(inside(element, '.gist .quiet').textContent).to.match(/^Caf de l’Exemple, à\u00a0\d+\u00a0h/);
  });

  it('says what is paid a day, as daily allowances are', async () => {
    const element = await bubble(answering(answers.onSickLeave), 'health');
    expect(words(element)).to.contain('41,47 € par jour');
    expect(words(await open(element))).to.contain('Indemnités journalières');
  });

  it('shows 0 € as an amount, not as no right', async () => {
    const text = words(await bubble(answering(withRight({ amount: { cents: 0, period: 'month' } }))));
    expect(text).to.contain('0,00 € par mois');
    expect(text).to.contain('1 droit ouvert');
  });

  it('does not read a right without amount as 0', async () => {
    const text = words(await bubble(new FakePortal(), 'health'));
    expect(text).to.contain('Vos droits sont ouverts');
    expect(text).not.to.contain('€');
  });

  it('says what presses', async () => {
    expect(words(await bubble(new FakePortal(), 'solidarity'))).to.contain(
      'À faire avant le 31 décembre 2026',
    );
  });

  for (const [status, word] of [
    ['pending', 'Demande à l’étude'],
    ['suspended', 'Versement suspendu'],
    ['ended', 'Vos droits ont pris fin'],
  ] as const)
    it(`does not count a right that is ${status} as open`, async () => {
      const text = words(await bubble(answering(withRight({ status }))));
      expect(text).to.contain(word);
      expect(text).not.to.contain('€');
    });

  for (const [name, parts, why] of [
    [
      'an organisation is silent',
      { missing: answers.partial.missing },
      'France Travail de l’Exemple n’a pas répondu. Réessayer',
    ],
    [
      'a scheme does not transmit',
      { notCovered: answers.notCovered.notCovered },
      'Le régime des indépendants ne transmet pas encore ces informations.',
    ],
  ] as const)
    it(`never reads ended rights as the end of all rights while ${name}`, async () => {
      const ended = ready.employment.rights.map((right) => ({ ...right, status: 'ended' as const }));
      const answer = domainRights('employment', { ...ready.employment, rights: ended, ...parts });
      const element = await bubble(answering(answer), 'employment');
      expect(inside(element, '.figure').textContent).to.equal('Nous ne savons pas tout');
      expect(inside(element, '.chip').textContent).to.equal('Réponse incomplète');
      expect(words(element))
        .to.contain(why)
        .and.not.to.match(/pris fin|terminés/);
    });

  it('says whose data it shows', async () => {
    const text = words(await bubble(new FakePortal()));
    expect(text).to.contain('Camille 2 85 05 •• ••• ••• ••');
    expect(text).to.contain('Ce n’est pas vous ? Se déconnecter');
  });

  it('shows what the page put into the tag while its domain is none', async () => {
    const element = await mount('mds-rights-bubble', new FakePortal(), {
      attributes: { domain: 'wealth' },
      settled: false,
    });
    expect(element.shadowRoot?.querySelector('slot')).to.exist;
  });
});
