import '@mds-kit/elements/access-log/define';
import { everyEvent, firstPage, lastPage, noAccess } from '@mds-kit/contract/fixtures/accesses';
import { cookiesRefused, signedOut } from '@mds-kit/contract/fixtures/session';
import type { Meta } from '@storybook/web-components-vite';
import { literal } from 'lit/static-html.js';
import { allFailing, failing } from './fake-client.ts';
import { appears, press, reached } from './play.ts';
import { HOSTILE } from './situations.ts';
import { settings, storyTeller } from './widget.ts';
import type { Args, Story } from './widget.ts';

type Page = typeof firstPage;

export default {
  title: 'Access log',
  component: 'mds-access-log',
  ...settings,
} satisfies Meta<Args>;

const story = storyTeller(literal`mds-access-log`);

const shows = (page: Page, args: Partial<Args> = {}): Story => story({ accesses: () => page }, args);

/** The same story, once the person has asked for older accesses. */
const older = (before: Story): Story => ({
  ...before,
  play: ({ canvasElement }) => press(reached(canvasElement, 'mds-access-log'), '[part=older]'),
});

const on = (page: Page, changes: Partial<Page['entries'][number]>): Page => ({
  ...page,
  entries: page.entries.map((entry) => ({ ...entry, ...changes })),
});

/** A whole year of one visit a day through names that are longer than anybody foresaw. */
const many: Page = {
  ...firstPage,
  entries: Array.from({ length: 60 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 10, 22 - index, 8, index));
    const name = 'Caisse commune de sécurité sociale des territoires réunis de la Haute-Vallée-de-l’Exemple';
    return { at: day.toISOString(), event: 'signed-in', domain: null, partner: { id: 'longue', name } };
  }),
};

/** Everything that there is, on two days; there is more. */
export const Ready = story({});

/** Nothing is known yet. */
export const Loading = story({ session: 'never' });

/** Nobody is signed in: what there would be to see, and the way in. */
export const SignedOut = story({ session: signedOut });
/** The session ended while the page was open: another person may sit before it now. */
export const SessionEnded: Story = {
  ...story({}),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, 'mds-access-log');
    await appears(element, '[part=access]');
    element.client.changeSession(signedOut);
  },
};
/** This browser keeps no cookies of ours inside another site’s page. */
export const CookiesRefused = story({ session: cookiesRefused });

/** Somebody’s first minute. */
export const Empty = shows(noAccess);

/** All of it was asked for: the keyboard is on the first of what came last. */
export const OlderShown = older(story({}));
/** Older ones are on their way. */
export const OlderComing = older(story({ accesses: (before) => (before ? 'never' : firstPage) }));
/** Older ones did not come: what is there stays. */
export const OlderFailing = older(
  story({ accesses: (before) => (before ? failing.unreachable : firstPage) }),
);

/** The portal cannot be reached, nor can it say whom to call. */
export const PortalUnreachable = story(allFailing(failing.unreachable));
/** The portal fails, and whom to call is known. */
export const PortalFailing = story({ accesses: () => failing.broken });
/** “Try again” was pressed, and nothing is known yet. */
export const TryingAgain: Story = {
  ...story({ accesses: () => failing.broken }),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, 'mds-access-log');
    const retry = await appears(element, '[part=retry]');
    element.client.answers.accesses = () => 'never';
    retry.click();
  },
};
/** Announced maintenance says when it ends. */
export const Maintenance = story(allFailing(failing.maintenance));

/** Signing out did not work: the person must know that they are still signed in. */
export const SignOutFailed: Story = {
  ...story({ signOut: failing.unreachable }),
  play: ({ canvasElement }) => press(reached(canvasElement, 'mds-access-log'), '[part=sign-out]'),
};

/** Each event once. */
export const EveryEvent = shows(everyEvent);
/** An event that only a newer portal knows. */
export const NewerPortal = shows(on(lastPage, { event: 'printed', domain: null }));
/** FranceConnect’s history is not in this portal’s catalogue. */
export const WithoutHistory = shows({ ...lastPage, historyLinkId: null });
/** Sixty days, one long name. */
export const ManyDays = shows(many);
/** Markup and scripts where names are expected: text to be read, and nothing else. */
export const HostileStrings = shows(
  on(lastPage, { partner: { id: 'x', name: Object.values(HOSTILE).join(' ') } }),
);

/** In a frame the list scrolls inside a height that tells nothing. */
export const Contained = story({}, { contained: true });
/** The same height for sixty days. */
export const ContainedManyDays = shows(many, { contained: true });
/** The same height for nothing at all. */
export const ContainedEmpty = shows(noAccess, { contained: true });
/** The way in, in the same height. */
export const ContainedSignedOut = story({ session: signedOut }, { contained: true });
/** A failure, in the same height. */
export const ContainedPortalUnreachable = story(allFailing(failing.unreachable), { contained: true });
