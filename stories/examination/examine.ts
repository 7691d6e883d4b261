import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { Surroundings } from '../stage.ts';
import { forceColors, withoutEdge } from './forced-colors.ts';
import { cutOff, faint, overflowing, overlapping } from './layout.ts';
import { leave, PLAIN, playStory, storiesOf } from './play-story.ts';
import type { Played, StoryModule } from './play-story.ts';
import { violations } from './rules.ts';

const CHROMIUM = navigator.userAgent.includes('Chrome/');
const FULL = 'MDS_FULL' in globalThis;

/** What Chromium sees each story in besides; a usual run has each story in one of them, in turn, a full run in all. */
const BESIDES = ['the dark', 'English', 'forced colours', 'paper'] as const;

function none(findings: readonly string[]): void {
  if (findings.length > 0) throw new Error(`\n${findings.join('\n')}`);
}

/** What each story must hold, on one kind of page. */
async function sound(module: StoryModule, story: Played, change: Partial<Surroundings>): Promise<void> {
  const page = await playStory(module, story, { ...PLAIN, ...change });
  const heard = CHROMIUM || FULL ? await violations(page) : [];
  none([...overflowing(page), ...overlapping(page), ...faint(page), ...heard]);
  if ('hostile' in window) throw new Error('A string of a fund ran as a script.');
}

/**
 * Tests every story of a file. Chromium sees them narrow, and in other surroundings; the other engines
 * once, on the narrowest page, where layouts break first: what they draw differs little, what they tell people who listen
 * not at all, so that axe is asked about it there in a full run alone.
 */
export function examine(module: StoryModule): void {
  const stories = storiesOf(module);

  describe(module.default.title, () => {
    afterEach(leave);

    for (const [name, story] of stories)
      it(`${name} is sound at 320 px`, () => sound(module, story, { width: '320px' }));

    if (!CHROMIUM) return;

    before(() => setViewport({ width: 1200, height: 900 }));
    const inTurn = (besides: (typeof BESIDES)[number]) =>
      stories.filter((_, index) => FULL || BESIDES[index % BESIDES.length] === besides);

    for (const [name, story] of inTurn('the dark'))
      it(`${name} is sound at 1080 px in the dark`, () => sound(module, story, { theme: 'dark' }));

    for (const [name, story] of inTurn('English'))
      it(`${name} is sound in English`, () => sound(module, story, { lang: 'en', width: '320px' }));

    describe('in forced colours', () => {
      before(() => forceColors(true));
      after(() => forceColors(false));

      for (const [name, story] of inTurn('forced colours'))
        it(`${name} can be read`, async () => {
          const page = await playStory(module, story, PLAIN);
          none([...faint(page), ...withoutEdge(page)]);
        });
    });

    describe('on paper', () => {
      before(() => emulateMedia({ media: 'print' }));
      after(() => emulateMedia({ media: 'screen' }));

      for (const [name, story] of inTurn('paper'))
        it(`${name} can be read, from a dark screen too`, async () => {
          const page = await playStory(module, story, { ...PLAIN, theme: 'dark', width: '768px' });
          none([...cutOff(page), ...overlapping(page), ...faint(page, { onPaper: true })]);
        });
    });
  });
}
