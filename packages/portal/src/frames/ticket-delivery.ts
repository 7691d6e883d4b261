/** How a ticket comes from the document that a fund's server led to (`/embed/ticket`) to the controller beside it. */
const TICKET_CAME = 'mds-ticket-came';

const TICKET = /^#mds-ticket=([A-Za-z0-9_-]{43})$/;

/** The ticket in this document's address, taken off it; undefined: the fund gave none. */
export function takeTicket(): string | undefined {
  const { hash, pathname, search } = location;
  history.replaceState(null, '', pathname + search);
  return TICKET.exec(hash)?.[1];
}

/** Only a document of our own origin can reach into another one of ours, whoever holds the frames. */
export function deliverTicket(controller: Window, ticket: string | undefined): void {
  controller.dispatchEvent(new CustomEvent(TICKET_CAME, { detail: ticket }));
}

/** In the controller: the next ticket that comes, or none. */
export function nextTicket(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const came = (event: Event) => {
      // Made in the other document, it is an instance of none of our classes.
      const detail = 'detail' in event ? event.detail : undefined;
      resolve(typeof detail === 'string' ? detail : undefined);
    };
    addEventListener(TICKET_CAME, came, { once: true });
  });
}
