import * as answers from '@mds-kit/contract/fixtures/rights';
import { signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import type { MdsErrorEvent, MdsToggleEvent } from '../events.ts';
import { answering, bubble, open } from '../testing/bubble.ts';
import { unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from '../testing/mount.ts';
import './define.ts';

afterEach(unmount);

describe('opening and closing', () => {
  it('is a button that says whether it is open, and links stand beside it, not in it', async () => {
    const element = await bubble(answering(answers.partial), 'employment');
    const toggle = inside(element, '.toggle');
    expect(toggle.localName).to.equal('button');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    const panel = await open(element);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(toggle.getAttribute('aria-controls')).to.equal(panel.id);
    expect(toggle.querySelector('a, button')).to.equal(null);
  });

  it('Escape closes, and the keyboard is back on the button', async () => {
    const element = await bubble(new FakePortal());
    const panel = await open(element);
    panel.querySelector('a')?.focus();
    panel.querySelector('a')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await element.updateComplete;
    expect(element.open).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.toggle'));
  });

  it('so does the button that closes', async () => {
    const element = await bubble(new FakePortal());
    const panel = await open(element);
    panel.querySelector<HTMLElement>('[part=close]')?.click();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.panel')).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.toggle'));
  });

  it('is told to the page when the person does it, and not when the page does', async () => {
    const element = await bubble(new FakePortal());
    const told: boolean[] = [];
    element.addEventListener('mds-toggle', (event: MdsToggleEvent) => told.push(event.open));
    await open(element);
    inside(element, '.toggle').click();
    element.open = true;
    await element.updateComplete;
    element.open = false;
    await element.updateComplete;
    expect(told).to.deep.equal([true, false]);
  });

  it('titles stand at the level that the page asks for, parts one below', async () => {
    const element = await bubble(new FakePortal(), 'family', { 'heading-level': '4' });
    const panel = await open(element);
    expect(inside(element, '.title').getAttribute('aria-level')).to.equal('4');
    expect(panel.querySelector('.part-title')?.getAttribute('aria-level')).to.equal('5');
  });

  it('every target is 44 px high or a word in a sentence', async () => {
    const element = await bubble(answering(answers.partial), 'employment');
    const panel = await open(element);
    const targets = [...panel.querySelectorAll('.way:not(.phone), button'), inside(element, '[part=retry]')];
    for (const target of targets) expect(target.getBoundingClientRect().height).to.be.at.least(44);
  });
});

describe('asking', () => {
  it('gives up when the tag leaves the page, and asks again when it comes back', async () => {
    const portal = new FakePortal({ rights: () => 'never' });
    const element = await mount('mds-rights-bubble', portal, {
      attributes: { domain: 'family' },
      settled: false,
    });
    await until(() => portal.asked.includes('rights/family'));
    const box = element.parentElement;
    element.remove();
    await until(() => portal.givenUp.includes('rights/family'));
    expect(portal.listeners).to.equal(0);
    portal.answers = {};
    box?.append(element);
    await until(() => words(element).includes('228,20 €'));
    expect(portal.listeners).to.equal(1);
  });

  it('asks past kept answers when the person retries, and leaves the rights on screen meanwhile', async () => {
    const portal = answering(answers.partial);
    const element = await bubble(portal, 'employment');
    portal.answers = { rights: () => 'never' };
    const retry = inside(element, '[part=retry]');
    retry.focus();
    retry.click();
    await until(() => portal.asked.includes('rights/employment fresh'));
    await element.updateComplete;
    expect(words(element)).to.contain('187,90 € par mois');
    expect(words(element)).to.contain('Nouvel essai…');
  });

  it('puts the keyboard on the bubble when the retry button is gone', async () => {
    const portal = answering(answers.partial);
    const element = await bubble(portal, 'employment');
    portal.answers = {};
    const retry = inside(element, '[part=retry]');
    retry.focus();
    retry.click();
    await until(() => words(element).includes('2 droits ouverts'));
    await until(() => element.shadowRoot?.activeElement === inside(element, '.toggle'));
  });

  it('asks nothing about rights while nobody is signed in', async () => {
    const portal = new FakePortal({ session: signedOut });
    await bubble(portal);
    expect(portal.asked.filter((what) => what.startsWith('rights'))).to.deep.equal([]);
  });

  it('does without the catalogue while it is ready and closed', async () => {
    const portal = new FakePortal();
    await bubble(portal);
    expect(portal.asked).to.deep.equal(['session', 'rights/family']);
  });

  it('takes the rights off the screen at once when somebody signs out elsewhere', async () => {
    const portal = new FakePortal();
    const element = await bubble(portal);
    const changes: boolean[] = [];
    element.addEventListener('mds-session-change', ({ signedIn }) => changes.push(signedIn));
    portal.changeSession(signedOut);
    await element.updateComplete;
    expect(words(element)).not.to.contain('€');
    await until(() => words(element).includes('Session terminée'));
    expect(words(element)).not.to.contain('Camille');
    await until(() => changes.length > 0);
    expect(changes).to.deep.equal([false]);
  });

  it('says that signing out did not work', async () => {
    const element = await bubble(new FakePortal({ signOut: unreachable }));
    inside(element, '[part=sign-out]').click();
    await until(() => words(element).includes('Déconnexion impossible. Réessayer'));
  });
});

describe('what the page and people who listen are told', () => {
  it('announces the outcome once, and nothing while loading', async () => {
    const element = await bubble(new FakePortal());
    expect(inside(element, '[role=status]').textContent).to.equal('Famille\u00a0: 2 droits ouverts');
    const waiting = await mount('mds-rights-bubble', new FakePortal({ session: 'never' }), {
      attributes: { domain: 'family' },
      settled: false,
    });
    expect(inside(waiting, '[role=status]').textContent).to.equal('');
  });

  it('tells the code of a failure, and no event says anything about the person', async () => {
    const portal = new FakePortal({ session: unreachable });
    const element = document.createElement('mds-rights-bubble');
    const events: Event[] = [];
    for (const type of ['mds-error', 'mds-ready'] as const)
      element.addEventListener(type, (event) => events.push(event));
    element.domain = 'family';
    element.client = portal;
    document.body.append(element);
    await until(() => events.length === 2);
    element.remove();
    expect((events[0] as MdsErrorEvent).code).to.equal('network');
    for (const event of events)
      expect(Object.keys(event).filter((key) => !['code', 'isTrusted'].includes(key))).to.deep.equal([]);
  });
});
