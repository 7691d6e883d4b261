import type { TagName } from '@mds-kit/contract/tags';
import type { MdsElement } from '@mds-kit/elements/mds-element';

/** Each frame downloads the one element that it shows. */
const DEFINITIONS: Readonly<Record<TagName, () => Promise<unknown>>> = {
  'mds-rights-bubble': () => import('@mds-kit/elements/rights-bubble/define'),
  'mds-rights-overview': () => import('@mds-kit/elements/rights-overview/define'),
  'mds-sign-in': () => import('@mds-kit/elements/sign-in/define'),
  'mds-access-log': () => import('@mds-kit/elements/access-log/define'),
  'mds-salary-timeline': () => import('@mds-kit/elements/salary-timeline/define'),
};

export function isTag(name: string): name is TagName {
  return Object.hasOwn(DEFINITIONS, name);
}

/** A new element of this tag, as frames hold it: its blocks keep their heights whatever they say. */
export async function newWidget(tag: TagName): Promise<MdsElement> {
  await DEFINITIONS[tag]();
  const widget: MdsElement = document.createElement(tag);
  widget.contained = true;
  return widget;
}
