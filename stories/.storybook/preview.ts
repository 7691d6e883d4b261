import type { Tokens } from '@mds-kit/contract/embedding';
import { setDocumentLocale } from '@mds-kit/elements/locale/locale';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview, StoryContext } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import manifest from 'virtual:custom-elements-manifest';
import { AXE_TAGS, PAGE_RULES } from '../axe-tags.ts';
import { LANGUAGES, stage, THEMES, themeAttribute, WIDTHS } from '../stage.ts';
import type { Surroundings } from '../stage.ts';

setCustomElementsManifest(manifest);

const oneOf = <T extends string>(choices: readonly [T, ...T[]], value: unknown): T =>
  choices.find((choice) => choice === value) ?? choices[0];

/** What the toolbar and the token panel say; anything else, from an old address, is the first choice. */
function surroundings({ theme, language, width, tokens }: StoryContext['globals']): Surroundings {
  return {
    theme: oneOf(THEMES, theme),
    lang: oneOf(LANGUAGES, language),
    width: oneOf(WIDTHS, width),
    tokens: (tokens ?? {}) as Tokens,
  };
}

for (const name of ['mds-toggle', 'mds-ready', 'mds-error', 'mds-session-change', 'mds-report-salary'])
  document.addEventListener(name, action(name));

const followed = action('link');

/** The sites that our links lead to are invented: the address is told, and the story stays. */
document.addEventListener('click', (event) => {
  const path = event.composedPath();
  const link = path.find((target) => target instanceof HTMLAnchorElement);
  const ours = path.some((target) => target instanceof Element && target.localName.startsWith('mds-'));
  if (!link || !ours || link.protocol === 'tel:') return;
  event.preventDefault();
  followed(link.href);
});

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'forced', title: 'Forced colours (approximated)' },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      description: 'Language',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'fr', title: 'Français' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    width: {
      description: 'Width of the page around the tag',
      toolbar: {
        title: 'Width',
        icon: 'ruler',
        items: [
          { value: 'full', title: 'Full width' },
          { value: '1080px', title: '1080 px' },
          { value: '768px', title: '768 px' },
          { value: '320px', title: '320 px' },
        ],
        dynamicTitle: true,
      },
    },
  },
  // Set by the toolbar, by the stories, and by an attribute of the same meaning.
  argTypes: Object.fromEntries(
    ['theme', 'client', 'headingLevel'].map((name) => [name, { table: { disable: true } }]),
  ),
  argTypesEnhancers: [
    // The manifest tells what a control may set, an attribute, from what only a stylesheet or a listener can.
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          type.table?.category === 'attributes' ? type : { ...type, control: false },
        ]),
      ),
  ],
  initialGlobals: { theme: 'light', language: 'fr', width: 'full', tokens: {} },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: {
      options: {
        runOnly: { type: 'tag', values: [...AXE_TAGS] },
        rules: Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }])),
      },
    },
    docs: {
      source: { excludeDecorators: true },
      // Panels of the overview are opened by pressing, as a person does.
      story: { autoplay: true },
    },
    options: { storySort: { order: ['Rights overview', 'Rights bubble', 'Access log', 'Sign-in'] } },
  },
  loaders: [
    // One language for the document, as everywhere: its words are there before the story is drawn.
    async ({ globals }) => {
      const { lang } = surroundings(globals);
      document.documentElement.lang = lang;
      await setDocumentLocale(lang);
    },
  ],
  decorators: [
    (story, { args, globals }) => {
      const around = surroundings(globals);
      return stage(story({ args: { ...args, theme: themeAttribute(around.theme) } }), around);
    },
  ],
};

export default preview;
