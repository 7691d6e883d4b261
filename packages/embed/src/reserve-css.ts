import { TAGS, type TagName } from '@mds-kit/contract/tags';

/**
 * The rules that a partner may copy into its own stylesheet so that nothing on its page moves while the script
 * is on its way: before that, the browser knows nothing of the tag, and only the page can keep its place.
 * They stop applying by themselves once the tag is defined, and the shell then keeps the same height.
 *
 * The float is a strut: the tag's own content flows beside it, and a tag taller than the strut just grows. A
 * pseudo-element may query its own element's width (css-contain-3 §3.1), so no wrapper is needed. Where no script runs
 * (media queries 5 §9) nothing is on its way, and no place is kept.
 */
export function reserveCss(): string {
  const rules: string[] = [];
  const waits: string[] = [];
  for (const tag of Object.keys(TAGS) as TagName[]) {
    const waiting = `${tag}:not(:defined)`;
    waits.push(`${waiting}::before`);
    rules.push(`${waiting} { display: flow-root; container-type: inline-size }`);
    for (const [fromWidth, height] of TAGS[tag].reserve) {
      const strut = `${waiting}::before { content: ''; float: left; block-size: ${height}px }`;
      rules.push(fromWidth === 0 ? strut : `@container (min-width: ${fromWidth}px) { ${strut} }`);
    }
  }
  return `${rules.join('\n')}\n@media (scripting: none) { ${waits.join(', ')} { content: none } }\n`;
}
