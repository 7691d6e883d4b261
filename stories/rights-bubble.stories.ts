import '@mds-kit/elements/rights-bubble/define';
import { RightsBubble } from '@mds-kit/elements/rights-bubble/rights-bubble';
import { DOMAINS } from '@mds-kit/contract/domains';
import type { Domain } from '@mds-kit/contract/domains';
import { cookiesRefused, signedOut } from '@mds-kit/contract/fixtures/session';
import type { FakeAnswers } from '@mds-kit/elements/testing/fake-portal';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { allFailing, asks, failing } from './fake-client.ts';
import { appears, fallback, press, reached } from './play.ts';
import type { Played } from './play.ts';
import { situations } from './situations.ts';
import type { Situation } from './situations.ts';

interface Args {
  domain: Domain;
  open: boolean;
  contained: boolean;
  'heading-level': number;
  theme?: 'light' | 'dark';
}

type Story = StoryObj<Args>;

export default {
  title: 'Rights bubble',
  component: 'mds-rights-bubble',
  args: { domain: 'family', open: false, contained: false, 'heading-level': 2 },
  argTypes: {
    domain: { control: 'select', options: DOMAINS },
    open: { control: 'boolean' },
    contained: { control: 'boolean' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
  },
} satisfies Meta<Args>;

const bubble = (answers: FakeAnswers, { domain, open, contained, 'heading-level': level, theme }: Args) =>
  html`<mds-rights-bubble
    domain=${domain}
    heading-level=${level}
    theme=${ifDefined(theme)}
    ?open=${open}
    ?contained=${contained}
    ${asks(answers)}
    >${fallback}</mds-rights-bubble
  >`;

/** A story: what its portal answers, and how the tag is set at first. */
const story = (answers: FakeAnswers, args: Partial<Args> = {}): Story => ({
  args,
  render: (all) => bubble(answers, all),
});

const shows = (situation: Situation, args: Partial<Args> = {}): Story => story({ rights: situation }, args);

/** The usual case: everybody answered, and rights are open. */
export const Ready = shows(situations.ready);

/** Nothing is known yet: the skeleton has the shape and the height of what comes. */
export const Loading = story({ session: 'never' });

/** Nobody is signed in. The way in stands in the bubble. */
export const SignedOut = story({ session: signedOut });

/** The session ended while the page was open: another person may sit before it now. */
export const SessionEnded: Story = {
  ...shows(situations.ready),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, 'mds-rights-bubble');
    await appears(element, '.chip');
    element.client.changeSession(signedOut);
  },
};

/** This browser keeps no cookies of ours inside another site’s page: the way leads to the portal itself. */
export const CookiesRefused = story({ session: cookiesRefused });

/** Open rights without an amount. */
export const ReadyHealth = shows(situations.ready, { domain: 'health' });
/** One right open, and a request under way. */
export const ReadyHousing = shows(situations.ready, { domain: 'housing' });
/** Something to do before a date. */
export const ReadySolidarity = shows(situations.ready, { domain: 'solidarity' });
/** Two organisations pay. */
export const ReadyRetirement = shows(situations.ready, { domain: 'retirement' });
/** A payment each month, and a balance beside it. */
export const ReadyEmployment = shows(situations.ready, { domain: 'employment' });

/** The four parts: rights, procedures, who to talk to, good to know. */
export const Opened = shows(situations.ready, { open: true });
/** Three beneficiaries, rights without an amount. */
export const OpenedHealth = shows(situations.ready, { domain: 'health', open: true });
/** Two organisations to talk to. */
export const OpenedHousing = shows(situations.ready, { domain: 'housing', open: true });
/** The procedure that presses comes first. */
export const OpenedSolidarity = shows(situations.ready, { domain: 'solidarity', open: true });
/** Two pensions. */
export const OpenedRetirement = shows(situations.ready, { domain: 'retirement', open: true });
/** A balance is not a payment. */
export const OpenedEmployment = shows(situations.ready, { domain: 'employment', open: true });

/** The balance is three days old, and says so. */
export const BalanceDaysOld = shows(situations.daysOld, { domain: 'employment', open: true });

/** A single right. */
export const OneRight = shows(situations.oneRight);

/** An amount a day, beside a right without one. */
export const DailyAllowance = shows(situations.onSickLeave, { domain: 'health' });
/** The same, opened. */
export const DailyAllowanceOpened = shows(situations.onSickLeave, { domain: 'health', open: true });

/** 0 € is an amount: the right is open. */
export const ZeroEuro = shows(situations.zeroEuro, { domain: 'solidarity' });
/** The same, opened. */
export const ZeroEuroOpened = shows(situations.zeroEuro, { domain: 'solidarity', open: true });

/** A request is being examined. */
export const Pending = shows(situations.pending, { domain: 'solidarity' });
/** Payments are suspended. */
export const Suspended = shows(situations.suspended, { domain: 'housing' });
/** Rights came to their end. */
export const Ended = shows(situations.ended, { domain: 'employment' });
/** Rights came to their end, and one organisation is silent: it may know of others. */
export const EndedOneNotAnswering = shows(situations.endedOneSilent, { domain: 'employment' });
/** Rights came to their end, and one scheme does not transmit. */
export const EndedNotTransmitted = shows(situations.endedNotTransmitted, { domain: 'employment' });
/** Every status at once, by quarter and by year. */
export const MixedStatuses = shows(situations.mixed, { open: true });

/** One organisation did not answer; what the others said stands. */
export const OneNotAnswering = shows(situations.partial, { domain: 'employment' });
/** The same, opened: who did not answer, and why. */
export const OneNotAnsweringOpened = shows(situations.partial, { domain: 'employment', open: true });

/** Everybody answered, nothing is paid: the way to simulate. */
export const NothingPaid = shows(situations.nothingPaid, { domain: 'solidarity' });
/** What the domain offers, a line each. */
export const NothingPaidOpened = shows(situations.nothingPaid, { domain: 'solidarity', open: true });

/** The person’s scheme does not transmit this domain yet. */
export const NotCovered = shows(situations.notCovered, { domain: 'employment' });
/** Whom to ask instead. */
export const NotCoveredOpened = shows(situations.notCovered, { domain: 'employment', open: true });

/** The only organisation asked is silent: never to be read as “no right”. */
export const NotAnswering = shows(situations.notAnswering, { domain: 'housing' });
/** The same, opened. */
export const NotAnsweringOpened = shows(situations.notAnswering, { domain: 'housing', open: true });
/** Three are silent, for three reasons. */
export const SeveralNotAnswering = shows(situations.severalSilent, { domain: 'solidarity', open: true });
/** “Try again” was pressed, and nothing is known yet: what was on screen stays. */
export const TryingAgain: Story = {
  ...shows(situations.notAnswering, { domain: 'housing' }),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, 'mds-rights-bubble');
    const retry = await appears(element, '[part=retry]');
    element.client.answers.rights = () => 'never';
    retry.click();
  },
};

/** The affiliation registry is down: we do not know now who manages this person. */
export const UnknownAffiliation = shows(situations.unknownAffiliation);
/** The same, opened: whoever helps with the portal. */
export const UnknownAffiliationOpened = shows(situations.unknownAffiliation, { open: true });

/** The portal itself cannot be reached, nor can it say whom to call: the State’s own service answers. */
export const PortalUnreachable = story(allFailing(failing.unreachable));
/** The same, opened: who helps, when, and that a counter exists. */
export const PortalUnreachableOpened = story(allFailing(failing.unreachable), { open: true });
/** The portal fails, and whom to call is known. */
export const PortalFailing = story({ session: failing.broken, rights: () => failing.broken });
/** The same, opened. */
export const PortalFailingOpened = story(
  { session: failing.broken, rights: () => failing.broken },
  { open: true },
);
/** Signing in did not complete: not an outage. */
export const SignInNotCompleted = story({ session: failing.handoverRefused });
/** Asked too often. */
export const TooManyRequests = story({ rights: () => failing.tooManyRequests });
/** The portal refuses the page. */
export const OriginRefused = story(allFailing(failing.originRefused));
/** Announced maintenance says when it ends. */
export const Maintenance = story({ session: failing.maintenance });
/** Maintenance whose end is not known. */
export const MaintenanceWithoutEnd = story({ session: failing.maintenanceWithoutEnd });

/** Loses what a bubble loads later, as when the network goes or a deployment takes its version away. */
async function lose(canvas: HTMLElement, part: 'panel' | 'others'): Promise<Played> {
  const element = reached(canvas, 'mds-rights-bubble');
  await appears(element, '.toggle');
  if (element instanceof RightsBubble)
    element[part].load = (): Promise<never> => Promise.reject(new TypeError('lost'));
  return element;
}

const panelLost = async ({ canvasElement }: { canvasElement: HTMLElement }) =>
  press(await lose(canvasElement, 'panel'), '.toggle');

/** The panel could not be loaded: what is known stays, whom else to ask is said, and another try is offered. */
export const PanelLost: Story = { ...shows(situations.ready), play: panelLost };
/** It could not be loaded again: a new document may help where a browser keeps the failure. */
export const PanelLostAgain: Story = {
  ...shows(situations.ready),
  play: async (context) => {
    await panelLost(context);
    await press(reached(context.canvasElement, 'mds-rights-bubble'), '[part=retry]');
  },
};

/** The words of a rarer state could not be loaded. */
export const StateLost: Story = {
  ...shows(situations.ready),
  play: async ({ canvasElement }) => (await lose(canvasElement, 'others')).client.changeSession(signedOut),
};

/** Signing out did not work: the person must know that they are still signed in. */
export const SignOutFailed: Story = {
  ...story({ signOut: failing.unreachable }),
  play: ({ canvasElement }) => press(reached(canvasElement, 'mds-rights-bubble'), '[part=sign-out]'),
};

/** A large family, with benefits from three funds. */
export const ManyRights = shows(situations.many, { open: true });
/** Longer names and amounts than anybody foresaw. */
export const LongTexts = shows(situations.longTexts, { open: true });
/** Ids that a newer portal sends, and news in other languages. */
export const NewerPortal = shows(situations.newer, { open: true });
/** Markup and scripts where names are expected: text to be read, and nothing else. */
export const HostileStrings = shows(situations.hostile, { open: true });

/** In a frame, every block keeps its height, and scrolls inside itself. */
export const Contained = shows(situations.ready, { contained: true });
/** The same, opened. */
export const ContainedOpened = shows(situations.ready, { contained: true, open: true });
/** The longest of contents in the same heights. */
export const ContainedManyRights = shows(situations.many, { contained: true, open: true });
/** The way in, in the same height. */
export const ContainedSignedOut = story({ session: signedOut }, { contained: true });
/** A failure, in the same height. */
export const ContainedPortalUnreachable = story(allFailing(failing.unreachable), {
  contained: true,
  open: true,
});
/** What could not be loaded, in a frame. */
export const ContainedPanelLost: Story = {
  ...shows(situations.ready, { contained: true }),
  play: panelLost,
};

/** Without a domain that it knows, the tag shows what the page put in it. */
export const UnknownDomain: Story = {
  render: ({ theme }) =>
    html`<mds-rights-bubble domain="weather" theme=${ifDefined(theme)}>${fallback}</mds-rights-bubble>`,
};
