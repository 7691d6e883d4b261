import type { Context, ContextCallback } from '@lit/context';
import type { PortalClient } from '@mds-kit/client/portal-client';

/** The key under which elements ask their surroundings for the portal; the same for every copy of the kit. */
export const portalContext = Symbol.for('mds-kit.portal') as symbol &
  Context<symbol, PortalClient | undefined>;

let documentPortal: PortalClient | undefined;
const waiting = new Map<ContextCallback<PortalClient | undefined>, () => void>();

/**
 * Answers requests that no nearer provider took, and keeps those who asked posted: a portal that is provided after
 * the elements still reaches them. The protocol is that of @lit/context, whose own provider does more than a
 * document needs.
 */
function answer(event: HTMLElementEventMap['context-request']): void {
  if ((event.context as unknown) !== portalContext) return;
  event.stopPropagation();
  const callback = event.callback as ContextCallback<PortalClient | undefined>;
  const leave = () => waiting.delete(callback);
  if (event.subscribe) waiting.set(callback, leave);
  callback(documentPortal, leave);
}

/** Called by every element before it asks; listening twice with one function is listening once. */
export function awaitPortal(): void {
  document.addEventListener('context-request', answer as EventListener);
}

/**
 * Gives all elements of this document their portal, those on the page already and those to come; a second call
 * replaces it. A nearer context provider, and an element's own `client`, come first.
 */
export function providePortal(client: PortalClient): void {
  documentPortal = client;
  for (const [callback, leave] of waiting) callback(client, leave);
}
