import { ContextProvider } from '@lit/context';
import type { Context } from '@lit/context';
import type { PortalClient } from '@mds-kit/client/portal-client';

/** The key under which elements ask their surroundings for the portal; the same for every copy of the kit. */
export const portalContext = Symbol.for('mds-kit.portal') as symbol &
  Context<symbol, PortalClient | undefined>;

let documentProvider: ContextProvider<typeof portalContext> | undefined;

/** Answers every element of the document; nearer providers, and an element's own `client`, come first. */
function wholeDocument(): ContextProvider<typeof portalContext> {
  documentProvider ??= new ContextProvider(document.documentElement, { context: portalContext });
  return documentProvider;
}

/**
 * Gives all elements of this document their portal, those on the page already and those to come. Once is
 * enough; a second call replaces the client and every element asks again.
 */
export function providePortal(client: PortalClient): void {
  wholeDocument().setValue(client);
}

/** Elements call this before they ask, so that a portal provided after them still reaches them. */
export function awaitPortal(): void {
  wholeDocument();
}
