import type { Access, Accesses } from '@mds-kit/contract/accesses';
import { everyEvent, firstPage, lastPage, noAccess } from '@mds-kit/contract/fixtures/accesses';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import { PortalError } from '@mds-kit/client/portal-error';
import { expect } from '@open-wc/testing';
import { maintenance, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from '../testing/mount.ts';
import './define.ts';
import type { AccessLog } from './access-log.ts';

const log = (given: FakeAnswers | FakePortal = {}, attributes: Record<string, string> = {}, width = 600) => {
  const portal = given instanceof FakePortal ? given : new FakePortal(given);
  return mount('mds-access-log', portal, {
    attributes,
    width,
    settled: portal.answers.session !== 'never' && portal.answers.accesses?.('') !== 'never',
  });
};

const [latest] = firstPage.entries as [Access, ...Access[]];
const one = (page: Accesses) => ({ accesses: () => page });
const lines = (element: AccessLog) =>
  [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((line) => words(line));
const days = (element: AccessLog) =>
  [...(element.shadowRoot?.querySelectorAll('[part=day]') ?? [])].map((day) => words(day));
const said = (element: AccessLog) => inside(element, '[role=status]').textContent.replaceAll('\u00a0', ' ');

/** Whatever the zone of the machine that runs the tests. */
const hour = (at: string) => {
  const date = new Date(at);
  const minutes = date.getMinutes();
  return `${String(date.getHours())} h${minutes ? ` ${String(minutes).padStart(2, '0')}` : ''}`;
};

afterEach(unmount);

describe('what is read', () => {
  it('day by day, the latest first: the hour, what happened, and through which site', async () => {
    const element = await log();
    expect(days(element)).to.deep.equal(['dimanche 22 novembre 2026', 'dimanche 15 novembre 2026']);
    expect(lines(element).slice(1)).to.deep.equal([
      `${hour('2026-11-22T09:31:05+01:00')} Connexion automatique, que vous aviez autorisée Depuis : Caf de l’Exemple`,
      `${hour('2026-11-15T20:14:40+01:00')} Déconnexion Depuis : ce portail, Mes droits sociaux`,
      `${hour('2026-11-15T20:12:02+01:00')} Une copie de vos données a été téléchargée Depuis : ce portail, Mes droits sociaux`,
      `${hour('2026-11-15T20:10:31+01:00')} Vos droits « Retraite » ont été affichés Depuis : ce portail, Mes droits sociaux`,
      `${hour('2026-11-15T20:10:28+01:00')} La connexion automatique a été autorisée Depuis : ce portail, Mes droits sociaux`,
      `${hour('2026-11-15T20:10:05+01:00')} Connexion avec FranceConnect Depuis : ce portail, Mes droits sociaux`,
    ]);
  });

  it('six domains shown at once as one look, in the order of the overview', async () => {
    const [first] = lines(await log());
    expect(first).to.equal(
      `${hour('2026-11-22T09:31:07+01:00')} Vos droits « Santé », « Famille », « Logement », « Solidarité », « Retraite » et « Autour de l’emploi » ont été affichés Depuis : Caf de l’Exemple`,
    );
  });

  it('looks through two sites, or a minute apart, apart', async () => {
    const look = (at: string, name: string): Access => ({
      at: `2026-11-22T${at}+01:00`,
      event: 'rights',
      domain: 'health',
      partner: { id: name.toLowerCase(), name },
    });
    const entries = [look('09:31:20', 'Caf'), look('09:31:10', 'Msa'), look('09:30:59', 'Msa')];
    entries.push(look('09:30:20', 'Msa'));
    const element = await log(one({ ...noAccess, entries }));
    expect(lines(element).map((line) => line.replace(/.*h \d\d /, ''))).to.deep.equal([
      'Vos droits « Santé » ont été affichés Depuis : Caf',
      'Vos droits « Santé » ont été affichés Depuis : Msa',
      'Vos droits « Santé » ont été affichés Depuis : Msa',
    ]);
  });

  it('each event in words, and one that a newer portal sends as well', async () => {
    const newer = { ...everyEvent, entries: [...everyEvent.entries] };
    for (const event of ['constructor', 'printed'])
      newer.entries.push({ ...firstPage.entries.at(-1), event } as Access);
    const element = await log(one(newer));
    expect(lines(element)).to.have.length(everyEvent.entries.length + 2);
    expect(words(element)).not.to.match(/undefined|signed-in|function|printed/);
    expect(lines(element).at(-1)).to.contain('Une autre opération');
  });

  it('how long it is kept, whom to call, and where FranceConnect tells its own part', async () => {
    const element = await log();
    expect(words(element)).to.contain('puis effacés au bout de 12 mois');
    await until(() => words(element).includes('Appelez le 39 39'));
    const link = inside(element, '.foot .way[target=_blank]') as HTMLAnchorElement;
    expect(link.href).to.equal('https://portail.exemple/rebound/franceconnect.history');
    expect(words(link)).to.equal(
      'Voir l’historique de vos connexions ↗\ufe0e sur FranceConnect , nouvelle fenêtre',
    );
    expect(link.rel).to.contain('noopener');
    unmount();
    const without = await log(one({ ...firstPage, historyLinkId: null }));
    expect(words(without)).not.to.contain('l’historique');
  });

  it('whose it is, unless the page around it says so', async () => {
    expect(words(await log())).to.contain('Camille');
    const nested = await log({}, { nested: '' });
    expect(words(nested)).not.to.contain('Camille');
    expect(nested.shadowRoot?.querySelector('.title')).to.equal(null);
  });

  it('with its title at the level that the page asks for, and days one below, as lists', async () => {
    const element = await log({}, { 'heading-level': '4' });
    expect(inside(element, '.title').getAttribute('aria-level')).to.equal('4');
    expect(inside(element, '.day').getAttribute('aria-level')).to.equal('5');
    expect(inside(element, '.day').nextElementSibling?.localName).to.equal('ul');
  });

  it('nothing yet: says so', async () => {
    const element = await log(one(noAccess));
    expect(words(element)).to.contain('Aucun accès pour l’instant.');
    expect(element.shadowRoot?.querySelector('[part=older]')).to.equal(null);
  });
});

describe('older accesses', () => {
  const older = (element: AccessLog) => inside(element, '[part=older]');

  it('are added below, and the person reads on from the first of them', async () => {
    const portal = new FakePortal();
    const element = await log(portal);
    older(element).focus();
    older(element).click();
    await until(() => days(element).length === 3);
    await until(() => element.shadowRoot?.activeElement?.localName === 'li');
    expect(words(element.shadowRoot?.activeElement ?? element)).to.contain('Vos droits « Famille »');
    expect(said(element)).to.equal('Accès plus anciens affichés.');
    expect(portal.asked).to.include(`accesses/${firstPage.next ?? ''}`);
    expect(element.shadowRoot?.querySelector('[part=older]')).to.equal(null);
    expect(lines(element)[0]).to.contain('« Santé »');
  });

  it('that belong to the last look on screen join it', async () => {
    const page = (domain: Access['domain'], next: string | null): Accesses => ({
      ...firstPage,
      entries: [{ ...latest, domain }],
      next,
    });
    const element = await log({
      accesses: (before) => (before ? page('health', null) : page('family', 'bmV4dA')),
    });
    older(element).focus();
    older(element).click();
    await until(() => lines(element)[0]?.includes('Santé') ?? false);
    expect(lines(element)).to.have.length(1);
    await until(() => element.shadowRoot?.activeElement?.localName === 'li');
  });

  it('do not take the keyboard from where the person went meanwhile', async () => {
    const element = await log();
    older(element).focus();
    older(element).click();
    const away = inside(element, '[part=sign-out]');
    away.focus();
    await until(() => days(element).length === 3);
    await until(() => said(element) !== '');
    expect(element.shadowRoot?.activeElement).to.equal(away);
  });

  it('are asked for once, however often the button is pressed', async () => {
    const portal = new FakePortal({ accesses: (before) => (before ? 'never' : firstPage) });
    const element = await log(portal);
    for (let times = 0; times < 3; times++) older(element).click();
    await element.updateComplete;
    expect(portal.asked.filter((what) => what.startsWith('accesses/b'))).to.have.length(1);
    expect(older(element).getAttribute('aria-disabled')).to.equal('true');
    expect(words(older(element))).to.equal('Un instant…');
  });

  it('that do not come: what is there stays, and the same button tries again', async () => {
    const portal = new FakePortal({ accesses: (before) => (before ? unreachable : firstPage) });
    const element = await log(portal);
    const codes: string[] = [];
    element.addEventListener('mds-error', ({ code }) => codes.push(code));
    older(element).focus();
    older(element).click();
    await until(() => codes.length === 1);
    await element.updateComplete;
    expect(words(element)).to.contain('Nous n’avons pas pu afficher les accès plus anciens. Besoin d’aide ?');
    expect(said(element)).to.equal('Nous n’avons pas pu afficher les accès plus anciens.');
    expect(lines(element)).to.have.length(7);
    expect(words(older(element))).to.equal('Réessayer');
    expect(element.shadowRoot?.activeElement).to.equal(older(element));
    portal.answers = {};
    older(element).click();
    await until(() => days(element).length === 3);
    expect(words(element)).not.to.contain('pas pu');
  });

  it('are given up when the session ends or the element leaves, and shown to nobody', async () => {
    const portal = new FakePortal({ accesses: (before) => (before ? 'never' : firstPage) });
    const element = await log(portal);
    older(element).click();
    portal.changeSession(signedOut);
    await until(() => words(element).includes('Votre session est terminée.'));
    expect(portal.givenUp).to.have.length(1);
    expect(lines(element)).to.deep.equal([]);
    expect(said(element)).to.contain('Votre session est terminée.');
  });
});

describe('when nothing can be shown', () => {
  it('signed out: what there would be to see, and the way in', async () => {
    const portal = new FakePortal({ session: signedOut });
    const element = await log(portal);
    expect(words(element)).to.contain('Identifiez-vous pour voir qui a consulté vos droits');
    await until(() => (inside(element, 'mds-sign-in').shadowRoot?.querySelector('.fc') ?? null) !== null);
    expect(portal.asked.filter((what) => what.startsWith('accesses'))).to.deep.equal([]);
  });

  it('a session that ended between two questions is the way in, not a failure', async () => {
    const element = await log({ accesses: () => new PortalError('session-ended') });
    expect(words(element)).not.to.contain('joindre');
    expect(inside(element, 'mds-sign-in')).to.exist;
  });

  it('another person signs in: nothing of the first is left', async () => {
    const portal = new FakePortal();
    const element = await log(portal);
    portal.answers.accesses = () => lastPage;
    portal.changeSession({ ...signedIn, citizen: { ...signedIn.citizen, firstName: 'Dominique' } });
    await until(() => words(element).includes('Dominique'));
    expect(words(element)).not.to.contain('Caf de l’Exemple');
    expect(lines(element)).to.have.length(3);
  });

  for (const [name, failure, what] of [
    ['the portal is away', unreachable, /Nous n’avons pas pu joindre le portail\. .*Appelez le 39 39/],
    ['maintenance', maintenance, /fermé pour entretien jusqu’au 22 novembre 2026/],
  ] as const)
    it(`${name}: says so, whom to call, and asks again`, async () => {
      const portal = new FakePortal({ accesses: () => failure });
      const element = await log(portal);
      expect(words(element)).to.match(what);
      expect(said(element)).to.match(/portail/);
      const retry = inside(element, '[part=retry]');
      retry.focus();
      portal.answers = { accesses: () => 'never' };
      retry.click();
      await until(() => words(retry) === 'Nouvel essai…');
      expect(words(element)).to.match(what);
      portal.answers = {};
      void element.retry();
      await until(() => lines(element).length === 7);
      await until(() => element.shadowRoot?.activeElement === inside(element, '.answer'));
    });

  it('tells the page no more than that', async () => {
    const heard: Event[] = [];
    const types = ['mds-ready', 'mds-error', 'mds-session-change', 'mds-toggle'];
    const hear = (event: Event) => heard.push(event);
    for (const type of types) document.body.addEventListener(type, hear);
    const portal = new FakePortal();
    const element = await log(portal);
    inside(element, '[part=older]').click();
    await until(() => days(element).length === 3);
    portal.changeSession(signedOut);
    await until(() => heard.length === 3);
    for (const type of types) document.body.removeEventListener(type, hear);
    expect(heard.map(({ type }) => type).sort()).to.deep.equal([
      'mds-ready',
      'mds-ready',
      'mds-session-change',
    ]);
    for (const event of heard)
      expect(Object.keys(event).filter((key) => !['isTrusted', 'signedIn'].includes(key))).to.deep.equal([]);
  });
});

describe('the height of the log tells nothing', () => {
  const many: Accesses = {
    ...firstPage,
    entries: Array.from({ length: 60 }, (_, index) => ({
      ...(firstPage.entries[index % firstPage.entries.length] ?? latest),
      partner: { id: `fonds-${String(index)}`, name: 'Caisse '.repeat(12) },
    })),
  };
  const everything: Record<string, FakeAnswers> = {
    ready: {},
    many: one(many),
    empty: one(noAccess),
    loading: { session: 'never' },
    signedOut: { session: signedOut },
    noWayIn: { session: signedOut, startSignIn: unreachable },
    unreachable: { session: unreachable, catalogue: unreachable },
    maintenance: { session: maintenance },
  };

  for (const width of [280, 320, 480, 600, 900, 1280])
    it(`in a frame ${width} px wide: one for every state`, async () => {
      const heights: number[] = [];
      for (const given of Object.values(everything)) {
        const element = await log(given, { contained: '' }, width);
        const signIn = element.shadowRoot?.querySelector('mds-sign-in');
        if (signIn) await until(() => (signIn.shadowRoot?.querySelector('a, .quiet') ?? null) !== null);
        expect(element.scrollHeight, 'nothing hangs out').to.equal(element.offsetHeight);
        heights.push(element.offsetHeight);
        unmount();
      }
      expect(heights).to.deep.equal(heights.map(() => 576));
    });

  it('in a page: no state is lower, so that nothing below moves up', async () => {
    for (const given of Object.values(everything))
      expect((await log(given)).offsetHeight).to.be.at.least(576);
  });

  it('what does not fit can be scrolled, by keyboard too, and the button is reached', async () => {
    const element = await log(one(many), { contained: '' }, 320);
    const body = inside(element, '.body');
    expect(body.scrollHeight).to.be.greaterThan(body.clientHeight);
    expect(body.clientHeight, 'some lines are to be seen').to.be.greaterThan(200);
    body.focus();
    expect(element.shadowRoot?.activeElement).to.equal(body);
    expect(body.getAttribute('aria-label')).to.equal('Qui a consulté vos droits');
  });
});
