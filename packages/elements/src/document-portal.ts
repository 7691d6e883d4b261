import { createDirectClient } from '@mds-kit/client/direct-client';
import type { CallOptions } from '@mds-kit/client/portal-client';
import { wordsLocale } from './locale/locale.ts';
import { providePortal } from './portal-context.ts';

/**
 * The portal of a page that loads an element by a script of its own:
 * `<script type="module" src="…/elements/rights-bubble.js" data-partner="…">`. `data-portal` is the origin that
 * answers, by default that of the script; `data-return` the registered return address, by its id. A page that
 * says no partner provides its portal itself ({@link providePortal}).
 */
export function provideDocumentPortal(): void {
  const script = document.querySelector<HTMLElement>('script[data-partner]');
  const { partner, portal, return: returnId } = script?.dataset ?? {};
  if (!partner) return;
  const client = createDirectClient({
    baseUrl: portal ?? new URL(import.meta.url).origin,
    partner,
    lang: wordsLocale,
  });
  const own = {
    ...client,
    startSignIn: (id = returnId, options?: CallOptions) => client.startSignIn(id, options),
  };
  if (location.hash.startsWith('#mds-handover'))
    import('./arrival.ts').then(
      ({ arrive }) => arrive(own),
      () => providePortal(own), // nobody is signed in, and can sign in again
    );
  else providePortal(own);
}
