import { executeServerCommand } from '@web/test-runner-commands';
import { everyElement } from './deep.ts';

/** Lets the browser force its own colours, as people who need them have it do; Chromium only. */
export const forceColors = (on: boolean): Promise<unknown> =>
  executeServerCommand('mds-forced-colors', { on });

/** What only a ground or a shadow tells apart by default, and needs a line where colours are forced. */
const BLOCKS = '.card, .panel, .chip, .notice, .bar, .bone, .fc, .main';

/** Blocks whose edge, a border or an outline, is nowhere to be seen. */
export function withoutEdge(page: Element): string[] {
  return [...everyElement(page)]
    .filter((element) => element.matches(BLOCKS) && element.checkVisibility())
    .filter((element) => {
      const style = getComputedStyle(element);
      const drawn = (edge: 'borderTop' | 'outline') =>
        style[`${edge}Style`] !== 'none' &&
        parseFloat(style[`${edge}Width`]) > 0 &&
        style[`${edge}Color`] !== style.backgroundColor;
      return !drawn('borderTop') && !drawn('outline');
    })
    .map((element) => `<${element.localName} class="${element.className}"> has no edge`);
}
