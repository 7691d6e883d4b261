/**
 * Asks the page's own server, which knows who is connected there, for a ticket that opens for this challenge alone.
 * `same-origin`: the browser refuses every other address, redirects included. An answer that holds a ticket comes in
 * one piece, it has 60 bytes: nothing after the first piece is read. What the answer is worth is for the controller to
 * say, and whatever goes wrong is nothing to tell anybody: the person signs in with the button.
 */
export async function ticketFor(challenge: string, url: string): Promise<unknown> {
  try {
    const { body } = await fetch(url, {
      method: 'POST',
      mode: 'same-origin',
      // TICKET_HEADER of the contract, written out for bytes; a test holds the two together.
      headers: { 'Mds-Ticket': '1' },
      body: new URLSearchParams({ challenge }),
      signal: AbortSignal.timeout(5_000),
    });
    const piece = await body?.getReader().read();
    const answer = (await new Response(piece?.value).json()) as { ticket?: unknown };
    return answer.ticket;
  } catch {
    return;
  }
}
