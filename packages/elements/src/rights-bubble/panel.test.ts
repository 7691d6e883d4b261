import { ready } from '@mds-kit/contract/fixtures/rights';
import * as answers from '@mds-kit/contract/fixtures/rights';
import { expect } from '@open-wc/testing';
import { answering, bubble, open, withRight } from '../testing/bubble.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import { unmount, until, words } from '../testing/mount.ts';
import './define.ts';

afterEach(unmount);

describe('an open bubble', () => {
  it('shows its four parts in their order', async () => {
    const panel = await open(await bubble(new FakePortal()));
    const titles = [...panel.querySelectorAll('.part-title')].map((title) => title.textContent);
    expect(titles).to.deep.equal(['Vos droits', 'Vos démarches', 'Vos interlocuteurs', 'À savoir']);
  });

  it('says for whom a right is paid, and since when', async () => {
    const panel = await open(await bubble(new FakePortal()));
    expect(words(panel)).to.contain(
      'Allocations familiales Pour Léa et Noé, depuis le 1er septembre 2021 151,05 € par mois',
    );
  });

  it('says of which day a right is true where that is not today', async () => {
    const [first, balance] = ready.employment.rights;
    if (!first || !balance) throw new Error('The fixture has both');
    const old = { ...balance, asOf: '2026-11-19T00:00:00Z' };
    const answer = { ...ready.employment, rights: [first, old] };
    const panel = await open(await bubble(answering(answer), 'employment'));
    expect(words(panel)).to.contain('situation au 19 novembre 2026 1 500,00 € disponibles');
    expect(words(panel).match(/situation au/g)).to.have.length(1);
  });

  it('puts the procedures that press first, by date', async () => {
    const [first, second] = ready.family.procedures;
    if (!first || !second) throw new Error('The fixture has procedures');
    const procedures = [
      first,
      { ...second, dueBy: '2027-03-01' },
      { ...second, id: 'declare-birth', dueBy: '2026-12-31' },
    ];
    const panel = await open(await bubble(answering({ ...ready.family, procedures })));
    const lines = [...panel.querySelectorAll('.part:nth-child(2) li')].map((line) => words(line));
    expect(lines[0]).to.contain('À faire avant le 31 décembre 2026 Déclarer une naissance');
    expect(lines[1]).to.contain('À faire avant le 1er mars 2027 Obtenir une attestation de paiement');
    expect(lines[2]).to.contain('Signaler un changement de situation');
  });

  // Every JavaScript object answers to `constructor`: it is no word for a benefit.
  for (const id of ['unknown', 'constructor'])
    it(`names a right and a procedure that this kit does not know, '${id}', by their organisation`, async () => {
      const procedures = ready.family.procedures.slice(0, 1).map((first) => ({ ...first, id }));
      const text = words(await open(await bubble(answering({ ...withRight({ benefit: id }), procedures }))));
      expect(text).to.contain('Un droit géré par Caf de l’Exemple');
      expect(text).to.contain('Une démarche auprès de : Caf de l’Exemple');
    });

  it('leaves by rebounds that say that they leave, and where to', async () => {
    const panel = await open(await bubble(new FakePortal()));
    const links = [...panel.querySelectorAll<HTMLAnchorElement>('a.way:not([href^=tel])')];
    expect(links.length).to.be.greaterThan(6);
    for (const link of links) {
      expect(link.href).to.match(/^https:\/\/portail\.exemple\/rebound\/[a-z.-]+$/);
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener noreferrer');
      expect(words(link)).to.match(/sur caf\.exemple\s*, nouvelle fenêtre$/);
    }
  });

  it('does not call going to an account as creating one is called', async () => {
    const panel = await open(await bubble(new FakePortal()));
    const ways = [...panel.querySelectorAll('.contact .words')].map((one) => one.textContent);
    expect(ways).to.include('Accéder à votre compte');
    expect(ways.join()).not.to.match(/Ouvrir/);
  });

  it('keeps the words of a fund in their own language', async () => {
    const panel = await open(await bubble(new FakePortal()));
    expect(panel.querySelector('[lang=fr]')?.textContent).to.contain('collège');
  });

  it('says what exists when nothing is paid, a line each, and where to simulate', async () => {
    const panel = await open(await bubble(answering(answers.nothingPaid), 'solidarity'));
    await until(() => words(panel).includes('Faire une simulation'));
    expect(words(panel)).to.contain('rien ne vous est versé');
    expect(words(panel)).to.contain('Revenu de solidarité active (RSA) Un revenu minimum');
  });

  it('says who did not answer, and why, beside the rights', async () => {
    const text = words(await open(await bubble(answering(answers.partial), 'employment')));
    expect(text).to.contain('187,90 € par mois');
    expect(text).to.contain(
      'France Travail de l’Exemple n’a pas répondu à temps. Vos droits ne changent pas.',
    );
  });

  it('does not say that nothing is to do while a fund is silent, or does not transmit', async () => {
    for (const [answer, domain] of [
      [answers.notAnswering, 'housing'],
      [answers.notCovered, 'employment'],
    ] as const) {
      const text = words(await open(await bubble(answering(answer), domain)));
      expect(text).to.not.contain('Rien');
      expect(text).to.contain('Vos démarches Nous ne le savons pas pour l’instant.');
      expect(text).to.contain('À savoir Nous ne le savons pas pour l’instant.');
    }
  });

  it('shows a fund’s text as text, whatever it holds', async () => {
    const hostile = '<img src=x onerror="globalThis.broken = true"><script>1</script>';
    const [organisation] = ready.family.organisations;
    const [topic] = ready.family.topics;
    if (!organisation || !topic) throw new Error('The fixture has both');
    const answer = {
      ...withRight({ beneficiaries: [{ kind: 'child', firstName: hostile }] }),
      organisations: [{ ...organisation, name: hostile, address: [hostile] }],
      topics: [{ ...topic, title: { lang: '"><b>', text: hostile } }],
    };
    const element = await bubble(answering(answer));
    const panel = await open(element);
    expect(panel.textContent).to.contain(hostile);
    expect(element.shadowRoot?.querySelector('img, script, b > img')).to.equal(null);
    expect('broken' in globalThis).to.equal(false);
  });
});
