import { accesses } from '@mds-kit/client/operations/accesses';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Accesses } from '@mds-kit/contract/accesses';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from '../testing/mount.ts';
import { AnswerElement } from './answer-element.ts';

/** All that a widget of its own has to say. */
class AccessCount extends AnswerElement<Accesses> {
  static override properties = { cursor: {} };
  declare cursor: string;
  readonly came: (number | undefined)[] = [];

  protected override readonly sentences = {
    title: 'Vos accès',
    signIn: 'Identifiez-vous pour les compter.',
    ended: 'Votre session est terminée.',
  };
  protected override get subject() {
    return this.cursor;
  }
  protected override ask(portal: PortalClient, signal: AbortSignal) {
    return portal.ask(accesses, this.cursor, { signal });
  }
  protected override arrived(answer?: Accesses) {
    this.came.push(answer?.entries.length);
  }
  protected override summary = ({ keptMonths }: Accesses) => `En ${keptMonths} mois.`;
  protected override content = ({ entries }: Accesses) => html`<p class="count">${entries.length}</p>`;
  protected override bones = () => html`<p class="bone"></p>`;
}
customElements.define('test-access-count', AccessCount);

declare global {
  interface HTMLElementTagNameMap {
    'test-access-count': AccessCount;
  }
}

afterEach(unmount);

const count = (portal: FakePortal, attributes: Record<string, string> = {}) =>
  mount('test-access-count', portal, { attributes, settled: portal.answers.session !== 'never' });
const given = (answers: FakeAnswers, attributes?: Record<string, string>) =>
  count(new FakePortal(answers), attributes);
const focused = (element: Element) => element.shadowRoot?.activeElement;

describe('an element that asks one question', () => {
  it('shows its shape while it waits, then the answer, and whose it is', async () => {
    const waiting = await given({ session: 'never' });
    expect(words(waiting)).to.equal('Vos accès');
    expect(inside(waiting, '.bone')).to.exist;
    const element = await given({});
    expect(words(element)).to.match(/^Vos accès En 12 mois\. Camille .* Se déconnecter \d+$/);
    expect(element.came).to.deep.equal([Number(words(inside(element, '.count')))]);
  });

  it('asks again when what it is about changes, and says nothing of the former answer meanwhile', async () => {
    const portal = new FakePortal();
    const element = await count(portal);
    portal.answers.accesses = () => 'never';
    element.setAttribute('cursor', 'bmV4dA');
    await until(() => portal.asked.includes('accesses/bmV4dA'));
    await element.updateComplete;
    expect(words(element)).to.equal('Vos accès');
  });

  it('asks nothing of who is not signed in, and says what there would be to see', async () => {
    const portal = new FakePortal({ session: signedOut });
    const element = await count(portal);
    expect(words(element)).to.contain('Identifiez-vous pour les compter.');
    expect(portal.asked.filter((what) => what.startsWith('accesses'))).to.deep.equal([]);
  });

  it('forgets at once what was shown when the session changes, then tells the page and whoever listens', async () => {
    const portal = new FakePortal();
    const element = await count(portal);
    const changes: boolean[] = [];
    element.addEventListener('mds-session-change', ({ signedIn: now }) => changes.push(now));
    portal.changeSession(signedOut);
    expect(element.came.at(-1)).to.equal(undefined);
    await until(() => changes.length > 0);
    expect(changes).to.deep.equal([false]);
    expect(inside(element, '[role=status]').textContent).to.equal('Votre session est terminée.');
  });

  it('says that the portal failed, tells the page, and keeps the keyboard over another try', async () => {
    const portal = new FakePortal({ accesses: () => unreachable });
    const element = await count(portal);
    const codes: string[] = [];
    element.addEventListener('mds-error', ({ code }) => codes.push(code));
    const retry = inside(element, '[part=retry]');
    retry.focus();
    retry.click();
    await until(() => codes.length > 0);
    expect(codes).to.deep.equal(['network']);
    expect(focused(element)).to.equal(retry);
    portal.answers = {};
    retry.click();
    await until(() => focused(element) === inside(element, '.answer'));
    expect(words(inside(element, '.count'))).to.match(/^\d+$/);
  });

  it('says that the words for a failure cannot be loaded either, and what the page says of the portal', async () => {
    const portal = new FakePortal({ session: 'never' });
    const element = await count(portal);
    element.append('Le portail : www.mesdroitssociaux.exemple');
    const { load } = element.ends;
    element.ends.load = () => Promise.reject(new TypeError('gone'));
    portal.changeSession(signedOut);
    await until(() => words(element).includes('Cette partie n’a pas pu être chargée.'));
    expect(inside(element, 'slot').assignedNodes().length).to.equal(1);
    element.ends.load = load;
    inside(element, '[part=retry]').focus();
    inside(element, '[part=retry]').click();
    await until(() => words(element).includes('Identifiez-vous pour les compter.'));
    await until(() => focused(element) === inside(element, '.answer'));
  });

  it('leaves title and person to the page around it where that says them', async () => {
    const element = await given({ session: signedIn }, { nested: '' });
    expect(words(element)).to.match(/^En 12 mois\. \d+$/);
  });
});
