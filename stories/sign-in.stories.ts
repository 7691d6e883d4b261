import '@mds-kit/elements/sign-in/define';
import { cookiesRefused, signedIn, signedOut } from '@mds-kit/contract/fixtures/session';
import type { Meta } from '@storybook/web-components-vite';
import { literal } from 'lit/static-html.js';
import { allFailing, failing } from './fake-client.ts';
import { press, reached } from './play.ts';
import { settings, storyTeller } from './widget.ts';
import type { Args, Story } from './widget.ts';

export default {
  title: 'Sign-in',
  component: 'mds-sign-in',
  ...settings,
} satisfies Meta<Args>;

const story = storyTeller(literal`mds-sign-in`);

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
