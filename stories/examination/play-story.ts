import '@mds-kit/elements/rights-bubble/define';
import '@mds-kit/elements/rights-bubble/other-faces';
import '@mds-kit/elements/rights-bubble/panel';
import '@mds-kit/elements/sign-in/define';
import { setDocumentLocale } from '@mds-kit/elements/locale/locale';
import { render } from 'lit';
import { stage, themeAttribute } from '../stage.ts';
import type { Surroundings } from '../stage.ts';
import { everyElement } from './deep.ts';

/** What a story file exports, read as Storybook reads it. */
export interface StoryModule {
  default: { title: string; args?: object };
  [name: string]: unknown;
}

/** The part of a story that is played here: plain CSF, nothing of Storybook's own. */
export interface Played {
  args?: object;
  render: (args: object) => unknown;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void> | void;
}

const isPlayed = (value: unknown): value is Played =>
  typeof value === 'object' && value !== null && 'render' in value;

/** The stories of a file, by name, in their order. */
export function storiesOf(module: StoryModule): [name: string, story: Played][] {
  return Object.entries(module).flatMap(([name, value]) => (isPlayed(value) ? [[name, value]] : []));
}

/** A page as most stories see it; tests change what they are about. */
export const PLAIN: Surroundings = { theme: 'light', lang: 'fr', width: '1080px', tokens: {} };

let mounted: HTMLElement | undefined;

/** Takes the story off the page again. */
export function leave(): void {
  mounted?.remove();
  mounted = undefined;
}

/** Puts a story on a page and plays it; resolves when what is on screen is there to stay. */
export async function playStory(
  { default: { args: shared } }: StoryModule,
  story: Played,
  surroundings: Surroundings,
): Promise<HTMLElement> {
  leave();
  document.documentElement.lang = surroundings.lang;
  await setDocumentLocale(surroundings.lang);
  const canvas = document.createElement('div');
  mounted = canvas;
  document.body.append(canvas);
  const args = { ...shared, ...story.args, theme: themeAttribute(surroundings.theme) };
  render(stage(story.render(args), surroundings), canvas);
  await story.play?.({ canvasElement: canvas });
  await settled(canvas);
  const page = canvas.querySelector<HTMLElement>('.mds-stage');
  if (!page) throw new Error('The story is on no page.');
  return page;
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
const QUIET_FRAMES = 2;
const FRAMES = 300;

/** What is on screen, as one string: the same twice when nothing changed. */
const looks = (root: Element): string =>
  [...everyElement(root)]
    .map(
      (element) =>
        element.localName +
        element.getAttributeNames().join() +
        [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(),
    )
    .join();

/** What a button opens is there: panels are loaded when they are first opened. */
function isWhole(element: Element): boolean {
  const controlled = element.getAttribute('aria-controls');
  const root = element.getRootNode();
  if (!controlled || element.getAttribute('aria-expanded') !== 'true') return true;
  return root instanceof ShadowRoot && root.getElementById(controlled) !== null;
}

/**
 * Waits until all elements are whole and nothing changed for some frames. Fakes answer at once and all modules are
 * here already, so that silence means the end; a story that loads forever is silent too.
 */
async function settled(root: Element): Promise<void> {
  let before = '';
  let quiet = 0;
  for (let count = 0; count < FRAMES; count += 1) {
    await frame();
    const now = looks(root);
    const complete = [...everyElement(root)].every(
      (element) => element.matches(':defined') && isWhole(element),
    );
    quiet = complete && now === before ? quiet + 1 : 0;
    if (quiet === QUIET_FRAMES) return;
    before = now;
  }
  throw new Error('The story never comes to rest.');
}
