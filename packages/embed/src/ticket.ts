import { hiddenFrame, putInBody } from './frame.ts';

/**
 * Leads a hidden frame to the page's own server, which knows who is connected there, with the challenge that a ticket is to
 * open for; that server leads it on to the portal, with the ticket in the fragment. Not by `fetch`: what a script can
 * read, every script in the page can, with the challenge of another browser, and the ticket would open there.
 */
export function askFund(challenge: string, url: string): void {
  const address = new URL(url, document.baseURI);
  if (address.origin !== location.origin) throw Error(`data-ticket-url is not of ${location.origin}`);
  address.searchParams.set('challenge', challenge);
  putInBody(hiddenFrame(address.href));
}
