/** What the tests of the timeline share. */
import type { Salaries } from '@mds-kit/contract/salaries';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import { inside, mount, words } from '../testing/mount.ts';
import './define.ts';
import type { SalaryTimeline } from './salary-timeline.ts';

export const WIDE = 1040;

export const timeline = (
  given: FakeAnswers | FakePortal = {},
  attributes: Record<string, string> = {},
  width = WIDE,
): Promise<SalaryTimeline> => {
  const portal = given instanceof FakePortal ? given : new FakePortal(given);
  const settled = portal.answers.session !== 'never' && portal.answers.salaries?.('') !== 'never';
  return mount('mds-salary-timeline', portal, { attributes, width, settled });
};
export const shows = (what: Salaries) => ({ salaries: () => what });

export const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
export const said = (element: SalaryTimeline) => plain(inside(element, '[role=status]').textContent);
export const month = (element: SalaryTimeline, line: string) =>
  inside(element, `[data-line=exemple-${line}]`);
export const panel = (element: SalaryTimeline) => words(inside(element, '.panel'));
export const focused = (element: SalaryTimeline) => element.shadowRoot?.activeElement;
export const all = (element: SalaryTimeline, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export async function open(element: SalaryTimeline, line: string): Promise<void> {
  month(element, line).click();
  await element.updateComplete;
}

export async function choose(element: SalaryTimeline, measure: string): Promise<void> {
  (inside(element, `[value=${measure}]`) as HTMLInputElement).click();
  await element.updateComplete;
}

export function press(element: SalaryTimeline, key: string): void {
  const from = focused(element) ?? element;
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}
