import '@mds-kit/elements/sign-in/define';
import { cookiesRefused, signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import type { FakeAnswers } from '@mds-kit/elements/testing/fake-portal';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { allFailing, asks, failing } from './fake-client.ts';
import { fallback, press, reached } from './play.ts';

interface Args {
  contained: boolean;
  'heading-level': number;
  theme?: 'light' | 'dark';
}

type Story = StoryObj<Args>;

export default {
  title: 'Sign-in',
  component: 'mds-sign-in',
  args: { contained: false, 'heading-level': 2 },
  argTypes: {
    contained: { control: 'boolean' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
  },
} satisfies Meta<Args>;

/** A story: what its portal answers, and how the tag is set at first. */
const story = (answers: FakeAnswers, args: Partial<Args> = {}): Story => ({
  args,
  render: ({ contained, 'heading-level': level, theme }) =>
    html`<mds-sign-in
      heading-level=${level}
      theme=${ifDefined(theme)}
      ?contained=${contained}
      ${asks(answers)}
      >${fallback}</mds-sign-in
    >`,
});

/** FranceConnect’s button, as FranceConnect asks for it. */
export const SignedOut = story({ session: signedOut });

/** The way in is being prepared. */
export const Loading = story({ session: 'never' });

/** Whose session is open, and the way out. */
export const SignedIn = story({ session: signedIn });

/** This browser keeps no cookies of ours inside another site’s page: the way leads to the portal itself. */
export const CookiesRefused = story({ session: cookiesRefused });

/** The portal cannot be reached, nor can it say whom to call. */
export const PortalUnreachable = story(allFailing(failing.unreachable));
/** The way in cannot be prepared, and whom to call is known. */
export const SignInFailing = story({ session: signedOut, startSignIn: failing.broken });
/** Signing in did not complete. */
export const NotCompleted = story({ session: failing.handoverRefused });
/** Announced maintenance. */
export const Maintenance = story(allFailing(failing.maintenance));

/** Signing out did not work: the person must know that they are still signed in. */
export const SignOutFailed: Story = {
  ...story({ session: signedIn, signOut: failing.unreachable }),
  play: ({ canvasElement }) => press(reached(canvasElement, 'mds-sign-in'), '[part=sign-out]'),
};

/** In a frame, the block keeps its height. */
export const Contained = story({ session: signedOut }, { contained: true });
/** A failure in the same height. */
export const ContainedPortalUnreachable = story(allFailing(failing.unreachable), { contained: true });
