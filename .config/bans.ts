/** What the house forbids, with the reason that the linter gives. */

type Ban = { selector: string; message: string };

const TRUSTED_TYPES =
  'Trusted Types and the policy of the frames block this, and it is how markup gets injected: render with lit, or build nodes.';
const STYLE = "style-src 'self' blocks inline styles in the frames: use a class, a part or a token.";
const CLOCK = 'Time is passed in as a Clock (MDS_NOW must hold everywhere); only clock.ts reads the machine.';
const STORED =
  'Nothing of a person may stay in browser storage, nor may the kit leave traces on a partner’s origin.';

const member = (names: string, message: string): Ban[] => [
  { selector: `MemberExpression[property.name=/^(${names})$/]`, message },
  { selector: `MemberExpression[property.value=/^(${names})$/]`, message },
];

const markup: Ban[] = [
  ...member('innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment', TRUSTED_TYPES),
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: TRUSTED_TYPES,
  },
  {
    selector: 'ImportSpecifier[imported.name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeCSS|unsafeStatic)$/]',
    message: TRUSTED_TYPES,
  },
  { selector: 'ImportSpecifier[imported.name="styleMap"]', message: STYLE },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(^|[\\s"])style\\s*=/]',
    message: STYLE,
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: STYLE,
  },
];

const clock: Ban[] = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: CLOCK,
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
];

const tests: Ban[] = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo|fixme|fails)$/]',
    message: 'A test that does not run, or that runs alone, hides the others: mend it or delete it.',
  },
  {
    selector: 'CallExpression[callee.name=/^x(it|describe)$/]',
    message: 'A test that does not run hides what it was for: mend it or delete it.',
  },
];

const STORES = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'];
const storage = STORES.map((name) => ({ name, message: STORED }));
const storageOfWindow = ['window', 'globalThis', 'self'].flatMap((object) =>
  STORES.map((property) => ({ object, property, message: STORED })),
);

const node = ['process', 'Buffer', '__dirname', 'require', 'global', 'setImmediate'].map((name) => ({
  name,
  message: 'This file is downloaded by a page, where that does not exist.',
}));

export const bans = { markup, clock, tests, storage, storageOfWindow, node };
