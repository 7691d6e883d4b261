/**
 * For tests: what the server does for frame documents, as the address says. Writes the metas, answers `/v1` from
 * fixtures, and tells the test what was asked and what is on screen (no frame of ours does). The real script runs after it.
 */
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import { signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import { isDomain } from '@mds-kit/contract/domains';
import { META } from './document-meta.ts';

const query = new URLSearchParams(location.search);
const name = query.get('name') ?? '';
const tell = (what: object) => parent.postMessage({ run: query.get('run'), from: name, ...what }, '*');

for (const [meta, content] of [
  [META.partner, 'caf-exemple'],
  [META.partnerOrigins, query.get('origins') ?? location.origin.replace('localhost', '127.0.0.1')],
  [META.portalOrigin, 'https://portal.example'],
  [META.tag, name],
]) {
  const element = document.createElement('meta');
  element.name = meta ?? '';
  element.content = content ?? '';
  document.head.append(element);
}

let session: object = query.has('signed-in')
  ? signedIn
  : { ...signedOut, ...(query.has('tickets') && { ticketChallenge: 'c'.repeat(43) }) };

/** The answer of a portal whose only person is that of the fixtures. */
function answer(method: string, path: string): Response {
  const domain = path.replace('/v1/rights/', '');
  if (isDomain(domain)) return Response.json(ready[domain]);
  switch (`${method} ${path}`) {
    case 'POST /v1/session':
      if (query.has('refused'))
        return Response.json(
          { type: 'urn:x', title: 'Refusé', status: 403, code: 'handover-refused' },
          { status: 403 },
        );
      session = signedIn;
      return Response.json(session);
    case 'DELETE /v1/session':
      session = signedOut;
      return Response.json({ signOutUrl: 'https://portal.example/sign-out/once' });
    case 'POST /v1/sign-in':
      return Response.json({ startUrl: `https://portal.example/start?challenge=${'c'.repeat(43)}` });
    case 'GET /v1/session':
      return Response.json(session);
    case 'GET /v1/salaries':
      return Response.json(twoEmployers);
    default:
      return Response.json(catalogue);
  }
}

window.fetch = (input, init) => {
  const { method, url } = new Request(input, init);
  const { pathname } = new URL(url);
  tell({ asked: `${method} ${pathname}` });
  return Promise.resolve(answer(method, pathname));
};

/** All text on screen, shadow roots included. */
function textOf(node: Node): string {
  const own = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
  const shadow = node instanceof Element && node.shadowRoot ? textOf(node.shadowRoot) : '';
  return own + shadow + [...node.childNodes].map(textOf).join('');
}
document.addEventListener('mds-ready', () =>
  tell({ painted: textOf(document.body).replaceAll(/\s+/g, ' ') }),
);

/** The person, who alone reaches into a frame: presses what the address names. */
const pressed = query.get('press');
document.addEventListener('mds-ready', ({ target }) => {
  if (pressed && target instanceof Element) target.shadowRoot?.querySelector<HTMLElement>(pressed)?.click();
});

addEventListener('load', () => tell({ up: true }));
