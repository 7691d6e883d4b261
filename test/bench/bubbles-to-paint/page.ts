import { DOMAINS, type Domain } from '@mds-kit/contract/domains';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { signedIn } from '@mds-kit/contract/fixtures/session';
import type { PortalClient } from '@mds-kit/client/portal-client';
import { providePortal } from '@mds-kit/elements/portal-context';
import '@mds-kit/elements/rights-bubble/define';
import './plain-card.ts';
import type { Words } from './plain-card.ts';

const COUNT = 100;
const indexes = Array.from({ length: COUNT }, (_, index) => index);

/** A portal that knows everything already. */
const portal: PortalClient = {
  session: () => Promise.resolve(signedIn),
  rights: (domain) => Promise.resolve(ready[domain]),
  catalogue: () => Promise.resolve(catalogue),
  startSignIn: () => Promise.resolve({ startUrl: '/' }),
  signOut: () => Promise.resolve({ signOutUrl: null }),
  ask: () => Promise.reject(new Error('Nothing else is asked')),
  reboundUrl: (id) => `/rebound/${id}`,
  onSessionChange: () => () => undefined,
};

const domainAt = (index: number): Domain => DOMAINS[index % DOMAINS.length] ?? 'health';

/** Elements not yet on the page, and the promise that all of them have rendered for good. */
type Cast = { elements: HTMLElement[]; rendered: () => Promise<unknown> };

function bubbles(): Cast {
  const elements = indexes.map((index) => {
    const bubble = document.createElement('mds-rights-bubble');
    bubble.domain = domainAt(index);
    return bubble;
  });
  const ready = Promise.withResolvers<undefined>();
  let waiting = COUNT;
  for (const bubble of elements)
    bubble.addEventListener('mds-ready', () => {
      if (--waiting === 0) ready.resolve(undefined);
    });
  // What they announce to screen readers is one render more, after `mds-ready`.
  const settled = () => Promise.all(elements.map((bubble) => bubble.updateComplete));
  return { elements, rendered: () => ready.promise.then(settled) };
}

const words = new Map<Domain, Words>();

function cards(): Cast {
  const elements = indexes.map((index) => {
    const card = document.createElement('plain-card');
    card.words = words.get(domainAt(index));
    return card;
  });
  return { elements, rendered: () => Promise.all(elements.map((card) => card.updateComplete)) };
}

const casts = { bubbles, cards };
export type Kind = keyof typeof casts;

/**
 * Does something at the beginning of a frame and resolves in the first task after that frame, when everything that was
 * rendered until then, in microtasks too, is laid out and painted. Nobody waits for a screen's next frame.
 */
function inOneFrame(begin: () => void): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
      begin();
    });
  });
}

/** Shows a hundred of a kind, and takes them off again. */
async function show<T>(kind: Kind, look: (elements: readonly HTMLElement[], ms: number) => T): Promise<T> {
  const stage = document.createElement('div');
  stage.className = 'stage';
  document.body.append(stage);
  await inOneFrame(() => undefined);
  let start = Number.NaN;
  let elements: readonly HTMLElement[] = [];
  const progress = { frames: 0, rendered: false };
  const begin = () => {
    start = performance.now();
    const cast = casts[kind]();
    ({ elements } = cast);
    stage.append(...cast.elements);
    void cast.rendered().then(() => (progress.rendered = true));
  };
  // Whoever needs more than one frame to say it all pays for each.
  do await inOneFrame(progress.frames++ === 0 ? begin : () => undefined);
  while (!progress.rendered);
  const seen = look(elements, performance.now() - start);
  stage.remove();
  await inOneFrame(() => undefined);
  return seen;
}

const text = (root: ParentNode | null | undefined, selector: string): string =>
  root?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

function wordsOf(bubble: HTMLElement): Words {
  const root = bubble.shadowRoot;
  const foot = root?.querySelector('.foot');
  return {
    title: text(root, '.title'),
    chip: text(root, '.chip'),
    lines: [...(root?.querySelectorAll('.body p') ?? [])].map((line) => ({
      kind: line.className,
      text: line.textContent.replace(/\s+/g, ' ').trim(),
    })),
    foot: foot
      ? {
          who: text(foot, 'b'),
          nir: text(foot, '.nir'),
          spokenNir: text(foot, '.hidden'),
          leave: text(foot, 'button'),
        }
      : undefined,
  };
}

/** What a kind shows in all, to prove that both show the same, in as much room. */
const picture = (elements: readonly HTMLElement[]) => ({
  words: elements.map((element) => text(element.shadowRoot, '.face').replaceAll(' ', '')).join('\n'),
  height: Math.max(...elements.map((element) => element.getBoundingClientRect().height)),
});

/** Takes the words from real bubbles, then compares the two pictures. */
async function rehearse() {
  providePortal(portal);
  await show('bubbles', (elements) =>
    elements.forEach((bubble, index) => words.set(domainAt(index), wordsOf(bubble))),
  );
  const ours = await show('bubbles', picture);
  // As much to lay out and to paint; a card has a border of 1 px around.
  document.documentElement.style.setProperty('--face-height', `${ours.height - 2}px`);
  const plain = await show('cards', picture);
  return {
    sameWords: ours.words === plain.words,
    sample: ours.words.slice(0, 200),
    plainSample: plain.words.slice(0, 200),
    heights: { bubble: ours.height, card: plain.height },
  };
}

const bench = {
  rehearse,
  /** Milliseconds from having the data to the painted frame that shows all of it. */
  round: (kind: Kind) => show(kind, (_elements, ms) => ms),
};
export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = bench;
