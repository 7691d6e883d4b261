import { expect } from '@open-wc/testing';
import { FRAMES } from './stand-in.ts';
import { ticketFor } from './ticket.ts';

const CHALLENGE = 'c'.repeat(43);
const TICKET = 't'.repeat(43);

describe('asking the fund for a ticket', () => {
  const { fetch } = window;
  const { error, warn } = console;
  let said: unknown[];
  beforeEach(() => {
    said = [];
    console.error = console.warn = (...words: unknown[]) => said.push(...words);
  });
  afterEach(() => {
    window.fetch = fetch;
    Object.assign(console, { error, warn });
    expect(said, 'is silent, whatever happens').to.deep.equal([]);
  });

  const answering = (answer: BodyInit | null, init?: ResponseInit) => {
    window.fetch = () => Promise.resolve(new Response(answer, init));
    return ticketFor(CHALLENGE, '/ticket');
  };

  it('gives the ticket of a JSON answer', async () => {
    expect(await answering(JSON.stringify({ ticket: TICKET }))).to.equal(TICKET);
  });

  it('gives none for what is no such answer', async () => {
    for (const garbage of ['', 'null', '[]', '{}', '"ticket"', '<html>', '{"ticket":', '\u0000', null])
      expect(await answering(garbage), String(garbage)).to.be.undefined;
    expect(await answering('{"error":"no"}', { status: 403 })).to.be.undefined;
    expect(await answering(null, { status: 204 })).to.be.undefined;
  });

  it('reads one piece of an endless answer', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        pulled++;
        stream.enqueue(new TextEncoder().encode('{'.repeat(1000)));
      },
    });
    expect(await answering(endless)).to.be.undefined;
    expect(pulled).to.be.lessThan(4);
  });

  it('gives none where nobody answers, or the request is given up', async () => {
    window.fetch = () => Promise.reject(new TypeError('fetch failed'));
    expect(await ticketFor(CHALLENGE, '/ticket')).to.be.undefined;
    let signal: AbortSignal | null | undefined;
    window.fetch = (_, init) => {
      signal = init?.signal;
      return Promise.reject(new DOMException('late', 'TimeoutError'));
    };
    expect(await ticketFor(CHALLENGE, '/ticket')).to.be.undefined;
    expect(signal).to.be.instanceOf(AbortSignal);
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('cut')) });
    expect(await answering(broken)).to.be.undefined;
  });

  it('asks no other origin, whatever the page wrote: the browser refuses', async () => {
    let asked: Request | undefined;
    window.fetch = (input, init) => {
      asked = new Request(input, init);
      return fetch(input, init);
    };
    for (const url of [`${FRAMES}/elsewhere`, '//elsewhere.invalid/ticket', 'http://[', 'data:,{}'])
      expect(await ticketFor(CHALLENGE, url), url).to.be.undefined;
    expect(asked?.mode).to.equal('same-origin');
    expect(asked?.credentials).to.equal('same-origin');
    expect(performance.getEntriesByName(`${FRAMES}/elsewhere`)).to.deep.equal([]);
  });
});
