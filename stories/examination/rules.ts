import type axe from 'axe-core';
import 'axe-core';
import { AXE_TAGS, PAGE_RULES } from '../axe-tags.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const OPTIONS: axe.RunOptions = {
  runOnly: { type: 'tag', values: [...AXE_TAGS] },
  rules: Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }])),
  resultTypes: ['violations'],
};

const say = ({ id, help, nodes }: axe.Result): string[] =>
  nodes.map(
    ({ html, failureSummary }) =>
      `${id}: ${help}\n    ${html}\n    ${failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
  );

/** What axe finds wrong, in words. */
export async function violations(page: Element): Promise<string[]> {
  const found = await window.axe.run(page, OPTIONS);
  return found.violations.flatMap(say);
}
