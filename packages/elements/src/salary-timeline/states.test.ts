import { PortalError } from '@mds-kit/client/portal-error';
import {
  everySalaries,
  largest,
  nothingDeclared,
  partialSalaries,
  salariesNotAnswering,
  tenMissions,
  twoEmployers,
} from '@mds-kit/contract/fixtures/salaries';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import { maintenance, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, unmount, until, words } from '../testing/mount.ts';
import { all, choose, focused, month, open, press, said, shows, timeline } from './testing.ts';

afterEach(unmount);

describe('when there is little or nothing', () => {
  it('nothing declared: says so, and whom to ask', async () => {
    const element = await timeline(shows(nothingDeclared));
    expect(words(element)).to.contain(
      'Aucun employeur n’a déclaré de salaire entre octobre 2025 et septembre 2026.',
    );
    expect(words(element))
      .to.contain('Demandez d’abord à votre employeur')
      .and.to.contain('Caf de l’Exemple');
    expect(all(element, '[role=grid]').length).to.equal(0);
  });

  it('the scheme does not answer: never “no salary”, and asks again', async () => {
    const portal = new FakePortal(shows(salariesNotAnswering));
    const element = await timeline(portal);
    expect(words(element)).to.contain('Cela ne veut pas dire que vous n’en avez pas.');
    expect(words(element)).not.to.contain('Aucun employeur');
    portal.answers.salaries = () => twoEmployers;
    inside(element, '[part=retry]').click();
    await until(() => element.shadowRoot?.querySelector('[role=grid]') != null);
  });

  it('says whom to call in one piece: what stands below would move if that came later', async () => {
    const portal = new FakePortal({ session: 'never', ...shows(salariesNotAnswering) });
    const element = await timeline(portal);
    const drawn = new Set<string>();
    const watch = new MutationObserver(() => drawn.add(words(element)));
    watch.observe(element.renderRoot, { childList: true, characterData: true, subtree: true });
    portal.changeSession(signedIn);
    await until(() => words(element).includes('Besoin d’aide'));
    await element.updateComplete;
    watch.disconnect();
    expect(words(element)).to.contain('8 h 30');
    expect([...drawn].filter((text) => text.includes('aux heures de bureau'))).to.deep.equal([]);
  });

  it('a part is missing: names who did not answer beside what there is', async () => {
    const element = await timeline(shows(partialSalaries));
    expect(words(element)).to.contain(
      'Pas de réponse pour l’instant : France Travail de l’Exemple. Il peut manquer des revenus.',
    );
    expect(all(element, '[data-line]').length).to.be.greaterThan(10);
  });

  it('signed out: what there would be to see, and the way in', async () => {
    const portal = new FakePortal({ session: signedOut });
    const element = await timeline(portal);
    expect(words(element)).to.contain('Identifiez-vous pour voir les salaires');
    expect(words(element))
      .to.contain('Douze mois, contrat par contrat')
      .and.to.contain('Ce qui a été corrigé');
    await until(() => (inside(element, 'mds-sign-in').shadowRoot?.querySelector('.fc') ?? null) !== null);
    expect(portal.asked.filter((what) => what.startsWith('salaries'))).to.deep.equal([]);
  });

  it('a session that ended between two questions is the way in, not a failure', async () => {
    const element = await timeline({ salaries: () => new PortalError('session-ended') });
    expect(words(element)).not.to.contain('joindre');
    expect(inside(element, 'mds-sign-in')).to.exist;
  });

  it('another person signs in: nothing of the first is left', async () => {
    const portal = new FakePortal();
    const element = await timeline(portal);
    portal.answers.salaries = () => tenMissions;
    portal.changeSession({ ...signedIn, citizen: { ...signedIn.citizen, firstName: 'Dominique' } });
    await until(() => words(element).includes('Dominique') && words(element).includes('Intérim'));
    expect(words(element)).not.to.contain('Atelier');
  });

  for (const [name, failure, what] of [
    ['the portal is away', unreachable, /Nous n’avons pas pu joindre le portail\. .*Appelez le 39 39/],
    ['maintenance', maintenance, /fermé pour entretien jusqu’au 22 novembre 2026/],
  ] as const)
    it(`${name}: says so, whom to call, and asks again`, async () => {
      const portal = new FakePortal({ salaries: () => failure });
      const element = await timeline(portal);
      expect(words(element)).to.match(what).and.not.to.contain('Douze mois');
      expect(said(element)).to.match(/portail/);
      const retry = inside(element, '[part=retry]');
      retry.focus();
      portal.answers = {};
      retry.click();
      await until(() => focused(element) === inside(element, '.answer'));
      expect(all(element, '[data-line]').length).to.be.greaterThan(10);
    });
});

describe('the height in a frame tells nothing', () => {
  const everything: FakeAnswers[] = [
    ...everySalaries.map(shows),
    { session: 'never' },
    { session: signedOut },
    { session: unreachable, catalogue: unreachable },
    { session: maintenance },
  ];

  for (const [width, height] of [
    [280, 832],
    [320, 832],
    [600, 832],
    [991, 832],
    [992, 768],
    [1280, 768],
  ] as const)
    it(`${width} px wide: one for every state, whatever is open`, async () => {
      for (const given of everything) {
        const element = await timeline(given, { contained: '' }, width);
        expect(element.offsetHeight).to.equal(height);
        expect(element.scrollHeight, 'nothing hangs out').to.equal(height);
        element.shadowRoot?.querySelector<HTMLElement>('.toggle')?.click();
        element.shadowRoot?.querySelector<HTMLElement>('[part=report]')?.click();
        await element.updateComplete;
        expect(element.offsetHeight).to.equal(height);
        unmount();
      }
    });

  it('what does not fit can be scrolled, by keyboard too', async () => {
    const element = await timeline(shows(tenMissions), { contained: '' }, 320);
    const body = inside(element, '.body');
    expect(body.scrollHeight).to.be.greaterThan(body.clientHeight);
    expect(body.clientHeight, 'some of it is to be seen').to.be.greaterThan(300);
    body.focus();
    expect(focused(element)).to.equal(body);
  });
});

describe('36 months of 12 contracts', () => {
  it('stay smooth: a step of the keyboard or another month costs a part of a first drawing, a measure no more than one', async () => {
    let element = await timeline(shows(largest), { months: '36' });
    /** Laid out too; the least of some, since other programs share the machine. */
    const least = async (what: () => unknown) => {
      let best = Infinity;
      for (let times = 0; times < 5; times++) {
        const start = performance.now();
        await what();
        element.getBoundingClientRect();
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    const drawing = await least(async () => {
      unmount();
      element = await timeline(shows(largest), { months: '36' });
    });
    month(element, 'contrat-long-0-0-2026-09').focus();
    const step = await least(() => press(element, 'ArrowLeft'));
    const months = ['08', '07', '06', '05', '04'];
    const opened = await least(() => open(element, `contrat-long-0-0-2026-${months.shift() ?? ''}`));
    const measures = ['gross', 'netPaid', 'netSocial', 'netTaxable', 'gross'];
    const change = await least(() => choose(element, measures.shift() ?? 'gross'));
    expect(step, `${step} ms of ${drawing} ms`).to.be.lessThan(drawing / 4);
    expect(opened, `${opened} ms of ${drawing} ms`).to.be.lessThan(drawing / 2);
    expect(change, `${change} ms of ${drawing} ms`).to.be.lessThan(drawing);
  });
});
