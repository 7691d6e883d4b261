import '@mds-kit/elements/rights-overview/define';
import { DOMAINS } from '@mds-kit/contract/domains';
import type { Domain } from '@mds-kit/contract/domains';
import { cookiesRefused, signedOut } from '@mds-kit/contract/fixtures/session';
import type { FakeAnswers } from '@mds-kit/elements/testing/fake-portal';
import type { Meta } from '@storybook/web-components-vite';
import { literal } from 'lit/static-html.js';
import { allFailing, failing } from './fake-client.ts';
import { appears, press, reached } from './play.ts';
import { situations } from './situations.ts';
import type { Situation } from './situations.ts';
import { settings, storyTeller } from './widget.ts';
import type { Args, Story } from './widget.ts';

export default {
  title: 'Rights overview',
  component: 'mds-rights-overview',
  ...settings,
} satisfies Meta<Args>;

const story = storyTeller(literal`mds-rights-overview`);

const shows = (situation: Situation, args: Partial<Args> = {}): Story => story({ rights: situation }, args);

/** The same story with a bubble opened by the person. */
const opened = (before: Story, domain: Domain): Story => ({
  ...before,
  play: async ({ canvasElement }) => {
    const bubble = `mds-rights-bubble[domain=${domain}]`;
    const element = await appears(reached(canvasElement, 'mds-rights-overview'), bubble);
    await press(element, '.toggle');
    await appears(element, '[part=panel]');
  },
});

/** Each domain in another situation, as a real day may bring them. */
const EACH: Readonly<Record<Domain, Situation | 'never'>> = {
  health: situations.ready,
  family: situations.ready,
  housing: situations.notAnswering,
  solidarity: situations.nothingPaid,
  retirement: 'never',
  employment: situations.notCovered,
};

const eachDifferent: FakeAnswers = {
  rights: (domain) => {
    const situation = EACH[domain];
    return situation === 'never' ? situation : situation(domain);
  },
};

/** The usual case. */
export const Ready = shows(situations.ready);

/** Nothing is known yet. */
export const Loading = story({ session: 'never' });

/** Nobody is signed in: what each domain is about, and the way in. */
export const SignedOut = story({ session: signedOut });

/** This browser keeps no cookies of ours inside another site’s page. */
export const CookiesRefused = story({ session: cookiesRefused });

/** A panel stands below its row where there is room, and right after its bubble where there is not. */
export const Opened = opened(shows(situations.ready), 'family');
/** The panel of a bubble in the last row. */
export const OpenedLast = opened(shows(situations.ready), 'employment');

/** Each bubble is drawn as soon as its own answer is there; here every domain is in another situation. */
export const EachDifferent = story(eachDifferent);
/** The same, with the panel of a fund that does not answer. */
export const EachDifferentOpened = opened(story(eachDifferent), 'housing');

/** Somebody who receives nothing at all: what exists, six times. */
export const NothingPaid = shows(situations.nothingPaid);
/** No scheme of this person transmits anything yet. */
export const NotCovered = shows(situations.notCovered);
/** Nobody answers. */
export const NotAnswering = shows(situations.notAnswering);
/** The affiliation registry is down. */
export const UnknownAffiliation = shows(situations.unknownAffiliation);

/** The portal cannot be reached: said once, for all six. */
export const PortalUnreachable = story(allFailing(failing.unreachable));
/** Signing in did not complete: not an outage. */
export const SignInNotCompleted = story(allFailing(failing.handoverRefused));
/** Announced maintenance says when it ends. */
export const Maintenance = story(allFailing(failing.maintenance));

/** The session ended while the page was open: another person may sit before it now. */
export const SessionEnded: Story = {
  ...shows(situations.ready),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, 'mds-rights-overview');
    for (const domain of DOMAINS)
      await appears(await appears(element, `mds-rights-bubble[domain=${domain}]`), '.chip');
    element.client.changeSession(signedOut);
  },
};

/** Signing out did not work: the person must know that they are still signed in. */
export const SignOutFailed: Story = {
  ...story({ signOut: failing.unreachable }),
  play: ({ canvasElement }) => press(reached(canvasElement, 'mds-rights-overview'), '[part=sign-out]'),
};

/** A large family, with benefits from three funds. */
export const ManyRights = opened(shows(situations.many), 'family');
/** Longer names and amounts than anybody foresaw. */
export const LongTexts = opened(shows(situations.longTexts), 'health');
/** Markup and scripts where names are expected: text to be read, and nothing else. */
export const HostileStrings = opened(shows(situations.hostile), 'health');

/** In a frame, every block keeps its height, and scrolls inside itself. */
export const Contained = shows(situations.ready, { contained: true });
/** The same, opened. */
export const ContainedOpened = opened(shows(situations.many, { contained: true }), 'family');
/** The same heights for a day on which everything differs. */
export const ContainedEachDifferent = story(eachDifferent, { contained: true });
/** The way in, in the same heights. */
export const ContainedSignedOut = story({ session: signedOut }, { contained: true });
