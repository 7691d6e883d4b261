import { signedIn } from '@mds-kit/contract/fixtures/session';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { problem } from '@mds-kit/contract/problems';
import { expect } from '@open-wc/testing';
import { provideDocumentPortal } from './document-portal.ts';
import './rights-bubble/define.ts';
import { until, words } from './testing/mount.ts';

const answers: Record<string, unknown> = { '/v1/session': signedIn, '/v1/rights/family': ready.family };

describe('a page that loads an element by a script of its own', () => {
  const asked: { method: string; url: string; headers: Headers }[] = [];
  let refused = false;
  const { fetch } = window;
  let script: HTMLScriptElement;

  beforeEach(() => {
    script = document.createElement('script');
    script.type = 'text/plain';
    document.head.append(script);
    window.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const method = init?.method ?? 'GET';
      asked.push({ method, url: url.href, headers: new Headers(init?.headers) });
      if (refused && method === 'POST') {
        const answer = Response.json(problem('handover-refused'), { status: 403 });
        return Promise.resolve(answer);
      }
      return Promise.resolve(Response.json(answers[url.pathname] ?? {}));
    };
  });
  afterEach(() => {
    script.remove();
    window.fetch = fetch;
    asked.length = 0;
    refused = false;
  });

  it('asks nobody before it says in whose name', () => {
    provideDocumentPortal();
    expect(asked).to.deep.equal([]);
  });

  it('asks the portal that it names, in the name that it gives', async () => {
    script.dataset.partner = 'caf-exemple';
    script.dataset.portal = 'https://widgets.exemple';
    provideDocumentPortal();
    const element = document.createElement('mds-rights-bubble');
    element.domain = 'family';
    document.body.append(element);
    await until(() => words(element).includes('228,20 € par mois'));
    element.remove();
    expect(asked.map(({ url }) => url)).to.deep.equal([
      'https://widgets.exemple/v1/session',
      'https://widgets.exemple/v1/rights/family',
    ]);
    expect(asked[0]?.headers.get('Mds-Partner')).to.equal('caf-exemple');
    expect(asked[0]?.headers.get('Accept-Language')).to.equal('fr');
  });

  it('takes the code of somebody who comes back off the address, and opens the session first', async () => {
    const address = location.href;
    history.replaceState(null, '', `#mds-handover=${'A'.repeat(43)}`);
    script.dataset.partner = 'caf-exemple';
    script.dataset.portal = 'https://widgets.exemple';
    provideDocumentPortal();
    await until(() => asked.length > 0);
    expect(location.href).to.equal(address);
    const element = document.createElement('mds-rights-bubble');
    element.domain = 'family';
    document.body.append(element);
    await until(() => words(element).includes('228,20 € par mois'));
    element.remove();
    // An element that was there before asks the portal of before, and then this one.
    const calls = asked.map(({ method, url }) => `${method} ${url}`);
    expect(calls[0]).to.equal('POST https://widgets.exemple/v1/session');
    expect(calls.at(-1)).to.equal('GET https://widgets.exemple/v1/rights/family');
  });

  it('says once that the code was refused', async () => {
    history.replaceState(null, '', `#mds-handover=${'A'.repeat(43)}`);
    script.dataset.partner = 'caf-exemple';
    script.dataset.portal = 'https://widgets.exemple';
    refused = true;
    provideDocumentPortal();
    await until(() => asked.length > 0);
    const element = document.createElement('mds-rights-bubble');
    element.domain = 'family';
    document.body.append(element);
    await until(() => words(element).includes('Réessayer'));
    element.remove();
  });
});
