/**
 * Script of the hidden controller frame, one per partner page: it alone holds the session (by its cookie), redeems the
 * handover code, and asks the portal once for all visible frames of the page.
 */
import { createDirectClient } from '@mds-kit/client/direct-client';
import { ControllerInit, ShellMessage, type FrameMessage } from '@mds-kit/contract/embedding';
import { announceController } from './controller-link.ts';
import { readDocumentMeta } from './document-meta.ts';
import { firstMessage } from './first-message.ts';
import { receiveFrames } from './reception.ts';
import { sessionDesk } from './session-desk.ts';
import { nextTicket } from './ticket-delivery.ts';
import { veilWithSession } from './veil.ts';

/** Frames of one page start within seconds of each other: those that ask the same thing are answered once. */
const KEEP_MS = 30_000;

const meta = readDocumentMeta(document);
const client = createDirectClient({
  baseUrl: location.origin,
  portalUrl: meta.portalOrigin,
  partner: meta.partner,
  lang: () => document.documentElement.lang,
  keepMs: KEEP_MS,
});

const first = firstMessage(ControllerInit, meta);
const tell = (word: FrameMessage) => first.then(({ port }) => port.postMessage(word));
const desk = sessionDesk(
  client,
  first.then(({ message }) => message),
  (signedIn) => void tell({ type: 'session', signedIn }),
  (challenge) => {
    const ticket = nextTicket();
    return tell({ type: 'challenge', challenge }).then(() => ticket);
  },
);
receiveFrames(desk, meta.partner);
announceController();
// For all frames of the page: what ended by itself is told to each, and to those in other tabs.
veilWithSession({ client: desk(), ended: () => client.signOut().catch(() => undefined) });

/** One at a time, however often the page says it. */
let leaving: Promise<void> | undefined;

/** The page ends its own session, hence ours; going on to FranceConnect takes the person's own click. */
function signOut(): void {
  leaving ??= desk()
    .signOut()
    .then(
      () => undefined,
      () => tell({ type: 'failed', code: 'unavailable' }),
    )
    .finally(() => (leaving = undefined));
}

void first.then(({ message, port }) => {
  document.documentElement.lang = message.lang;
  port.onmessage = ({ data }) => {
    const word = ShellMessage.safeParse(data).data;
    if (word?.type === 'sign-out') signOut();
  };
  port.postMessage({ type: 'ready' } satisfies FrameMessage);
});
