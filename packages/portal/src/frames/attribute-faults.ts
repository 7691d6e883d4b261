import { DOMAINS, isDomain } from '@mds-kit/contract/domains';
import { ATTRIBUTES, type TagName } from '@mds-kit/contract/tags';

type Attribute = (typeof ATTRIBUTES)[number];

type Attributed = Pick<Element, 'getAttribute'>;

const RULES: Readonly<Record<Attribute, readonly [test: (value: string) => boolean, words: string]>> = {
  domain: [isDomain, `one of ${DOMAINS.join(', ')}`],
  'heading-level': [(value) => /^[1-6]$/.test(value), 'a number from 1 to 6'],
  months: [(value) => /^([1-9]|[12]\d|3[0-6])$/.test(value), 'a number from 1 to 36'],
};

/** A bubble is about one domain, and empty without; all else has a default. */
export function isBlank(tag: TagName, element: Attributed): boolean {
  return tag === 'mds-rights-bubble' && !isDomain(element.getAttribute('domain'));
}

/** What a page's developer has to mend on the tag, a line each: the tag as it stands there, and what would be right. */
export function attributeFaults(tag: TagName, element: Attributed): string[] {
  return ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name);
    const [isRight, words] = RULES[name];
    if (value === null ? name !== 'domain' || !isBlank(tag, element) : isRight(value)) return [];
    const there = value === null ? '' : ` ${name}="${value}"`;
    return [`[mds-kit] <${tag}${there}>: ${name} is ${words}`];
  });
}
