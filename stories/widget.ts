import type { FakeAnswers } from '@mds-kit/elements/testing/fake-portal';
import type { StoryObj } from '@storybook/web-components-vite';
import { ifDefined } from 'lit/directives/if-defined.js';
import { html } from 'lit/static-html.js';
import type { StaticValue } from 'lit/static-html.js';
import { asks } from './fake-client.ts';
import { fallback } from './play.ts';

/** What every widget can be told. */
export interface Args {
  contained: boolean;
  'heading-level': number;
  theme?: 'light' | 'dark';
}

export type Story = StoryObj<Args>;

/** Their controls, and how they stand at first. */
export const settings = {
  args: { contained: false, 'heading-level': 2 },
  argTypes: {
    contained: { control: 'boolean' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
  },
} as const;

/* eslint-disable lit/binding-positions, lit/no-invalid-html -- static templates have bindings for tags */

/** Makes stories of a widget: what its portal answers, and how the tag is set at first. */
export const storyTeller =
  (tag: StaticValue) =>
  (answers: FakeAnswers, args: Partial<Args> = {}): Story => ({
    args,
    render: ({ contained, 'heading-level': level, theme }) =>
      html`<${tag}
        heading-level=${level}
        theme=${ifDefined(theme)}
        ?contained=${contained}
        ${asks(answers)}
        >${fallback}</${tag}
      >`,
  });
