import '@mds-kit/elements/salary-timeline/define';
import {
  incomesAlone,
  irregular,
  largest,
  nothingDeclared,
  partialSalaries,
  salariesNotAnswering,
  sharedPayment,
  tenMissions,
  twoEmployers,
} from '@mds-kit/contract/fixtures/salaries';
import { cookiesRefused, signedOut } from '@mds-kit/contract/fixtures/session';
import type { Salaries } from '@mds-kit/contract/salaries';
import type { Meta } from '@storybook/web-components-vite';
import { literal } from 'lit/static-html.js';
import { allFailing, failing } from './fake-client.ts';
import { appears, press, reached } from './play.ts';
import { HOSTILE } from './situations.ts';
import { settings, storyTeller } from './widget.ts';
import type { Args, Story } from './widget.ts';

const TAG = 'mds-salary-timeline';

export default {
  title: 'Salary timeline',
  component: TAG,
  ...settings,
} satisfies Meta<Args>;

const story = storyTeller(literal`mds-salary-timeline`);

const shows = (what: Salaries, args: Partial<Args> = {}): Story => story({ salaries: () => what }, args);

/** The same story, once the person has pressed something. */
const pressed = (before: Story, ...selectors: string[]): Story => ({
  ...before,
  play: async ({ canvasElement }) => {
    for (const selector of selectors) await press(reached(canvasElement, TAG), selector);
  },
});

const CONTAINED = { contained: true };
const APRIL = '[data-line=exemple-contrat-atelier-2026-04]';

/** Two employers, the last month open. */
export const Ready = shows(twoEmployers);
/** A month that was corrected: what it was, what it is, who corrected it and when. */
export const Corrected = pressed(shows(twoEmployers), APRIL);
/** A month that is still to come. */
export const Pending = pressed(shows(twoEmployers), '[data-line=exemple-contrat-atelier-2026-11]');
/** Another measure of the same months. */
export const Gross = pressed(shows(twoEmployers), '[value=gross]');
/** “This is wrong”, and no reporter to take it: what the figures mean, and whom to ask. */
export const Explained = pressed(shows(twoEmployers), APRIL, '[part=report]');
/** The table of all that is shown. */
export const Table = pressed(shows(twoEmployers), '.toggle');

/** Ten missions in a row through one agency. */
export const TenMissions = shows(tenMissions);
/** Each mission is a row of its month. */
export const TenMissionsTable = pressed(shows(tenMissions), '.toggle');
/** Gaps, absences, bonuses; an unknown employer, an unknown nature; unemployment benefit beside. */
export const Irregular = shows(irregular);
/** Nothing was declared: not the same as nothing earned. */
export const Gap = pressed(shows(irregular), '[data-line=exemple-contrat-saisons-2026-02]');
/** Off work for half a month. */
export const Absence = pressed(shows(irregular), '[data-line=exemple-contrat-saisons-2026-01]');
/** A bonus, of the whole year. */
export const Bonus = pressed(shows(irregular), '[data-line=exemple-contrat-saisons-2025-12]');
/** The declaration was taken back. */
export const Cancelled = pressed(shows(irregular), '[data-line=exemple-contrat-saisons-2026-05]');
/** Corrected twice, down to zero: which is an amount. */
export const CorrectedTwice = pressed(shows(irregular), '[data-line=exemple-contrat-saisons-2026-06]');
/** Another income: who paid it is whom to ask. */
export const OtherIncome = pressed(
  shows(irregular),
  '[data-line=exemple-allocation-2026-02]',
  '[part=report]',
);
/** One payment for two contracts: it belongs to neither. */
export const SharedPayment = shows(sharedPayment);
/** Three years of twelve contracts, as much as there may be. */
export const Largest = shows(largest);

/** Nothing is known yet. */
export const Loading = story({ session: 'never' });

/** Nobody is signed in: what there would be to see, and the way in. */
export const SignedOut = story({ session: signedOut });
/** The session ended while the page was open: another person may sit before it now. */
export const SessionEnded: Story = {
  ...shows(twoEmployers),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, TAG);
    await appears(element, '[part=month]');
    element.client.changeSession(signedOut);
  },
};
/** This browser keeps no cookies of ours inside another site’s page. */
export const CookiesRefused = story({ session: cookiesRefused });

/** The scheme answered: nobody declared anything. */
export const Empty = shows(nothingDeclared);
/** No salary, but another income. */
export const IncomesAlone = shows(incomesAlone);

/** A source of other incomes did not answer: what is shown may not be all. */
export const Partial = shows(partialSalaries);
/** The scheme did not answer: never to be read as “no salary”. */
export const NotAnswering = shows(salariesNotAnswering);

/** The portal cannot be reached, nor can it say whom to call. */
export const PortalUnreachable = story(allFailing(failing.unreachable));
/** The portal fails, and whom to call is known. */
export const PortalFailing = story({ salaries: () => failing.broken });
/** “Try again” was pressed, and nothing is known yet. */
export const TryingAgain: Story = {
  ...story({ salaries: () => failing.broken }),
  play: async ({ canvasElement }) => {
    const element = reached(canvasElement, TAG);
    const retry = await appears(element, '[part=retry]');
    element.client.answers.salaries = () => 'never';
    retry.click();
  },
};
/** Announced maintenance says when it ends. */
export const Maintenance = story(allFailing(failing.maintenance));

/** Markup, scripts and formulas where names are expected: text to be read, and nothing else. */
export const HostileStrings = pressed(
  shows({
    ...twoEmployers,
    employers: twoEmployers.employers.map((employer) => ({
      ...employer,
      name: Object.values(HOSTILE).join(' '),
    })),
  }),
  '.toggle',
  '[part=report]',
);

/** In a frame all but the head scrolls inside a height that tells nothing. */
export const Contained = shows(twoEmployers, CONTAINED);
/** The same height for ten missions. */
export const ContainedTenMissions = shows(tenMissions, CONTAINED);
/** The same height for nothing at all. */
export const ContainedEmpty = shows(nothingDeclared, CONTAINED);
/** The way in, in the same height. */
export const ContainedSignedOut = story({ session: signedOut }, CONTAINED);
/** A failure, in the same height. */
export const ContainedPortalUnreachable = story(allFailing(failing.unreachable), CONTAINED);
