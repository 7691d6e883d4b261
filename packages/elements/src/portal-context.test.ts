import { ContextProvider } from '@lit/context';
import { expect } from '@open-wc/testing';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { portalContext, providePortal } from './portal-context.ts';
import './rights-bubble/define.ts';
import { FakePortal } from './testing/fake-portal.ts';
import { until, words } from './testing/mount.ts';

function bubble(parent: HTMLElement, client?: PortalClient) {
  const element = document.createElement('mds-rights-bubble');
  element.domain = 'family';
  if (client) element.client = client;
  parent.append(element);
  return element;
}

describe('whom an element asks', () => {
  let stage: HTMLElement;
  beforeEach(() => document.body.append((stage = document.createElement('div'))));
  afterEach(() => stage.remove());

  it('the portal of the document, also when that comes after the element', async () => {
    const early = bubble(stage);
    await early.updateComplete;
    const portal = new FakePortal();
    providePortal(portal);
    await until(() => words(early).includes('par mois'));
    const late = bubble(stage);
    await until(() => words(late).includes('par mois'));
  });

  it('a nearer provider before that, and its own client before all', async () => {
    const [whole, near, own] = [new FakePortal(), new FakePortal(), new FakePortal()];
    providePortal(whole);
    new ContextProvider(stage, { context: portalContext, initialValue: near });
    bubble(stage);
    await until(() => near.asked.includes('rights/family'));
    bubble(stage, own);
    await until(() => own.asked.includes('rights/family'));
    expect(whole.asked).to.deep.equal([]);
  });

  it('leaves requests for anything else alone', () => {
    let heard = false;
    const hear = () => (heard = true);
    window.addEventListener('context-request', hear, { once: true });
    const request = new Event('context-request', { bubbles: true, composed: true });
    stage.dispatchEvent(Object.assign(request, { context: 'other', callback: () => undefined }));
    window.removeEventListener('context-request', hear);
    expect(heard).to.equal(true);
  });
});
