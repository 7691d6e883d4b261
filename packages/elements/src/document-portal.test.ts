import { signedIn } from '@mds-kit/contract/fixtures/session';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { expect } from '@open-wc/testing';
import { provideDocumentPortal } from './document-portal.ts';
import './rights-bubble/define.ts';
import { until, words } from './testing/mount.ts';

const answers: Record<string, unknown> = { '/v1/session': signedIn, '/v1/rights/family': ready.family };

describe('a page that loads an element by a script of its own', () => {
  const asked: { url: string; headers: Headers }[] = [];
  const { fetch } = window;
  let script: HTMLScriptElement;

  beforeEach(() => {
    script = document.createElement('script');
    script.type = 'text/plain';
    document.head.append(script);
    window.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push({ url: url.href, headers: new Headers(init?.headers) });
      return Promise.resolve(Response.json(answers[url.pathname] ?? {}));
    };
  });
  afterEach(() => {
    script.remove();
    window.fetch = fetch;
    asked.length = 0;
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
});
