/** The portal's own pages, first-party: elements in the page itself, their portal the origin that served it. */
import { createDirectClient } from '@mds-kit/client/direct-client';
import { wordsLocale } from '@mds-kit/elements/locale/locale';
import { providePortal } from '@mds-kit/elements/portal-context';
import '@mds-kit/elements/rights-overview/define';
import { veilWithSession } from '../frames/veil.ts';

const client = createDirectClient({ baseUrl: location.origin, partner: 'portail', lang: wordsLocale });
providePortal(client);
veilWithSession({ client, ended: () => client.signOut().catch(() => undefined) });

const salaries = document.querySelector('mds-salary-timeline');
/** Another controller's system is asked when somebody comes to see what it holds, and not whenever they see their rights. */
const comesIntoView = new IntersectionObserver(
  (seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    comesIntoView.disconnect();
    void import('@mds-kit/elements/salary-timeline/define');
  },
  { rootMargin: '25%' },
);
if (salaries) comesIntoView.observe(salaries);

const journal = document.querySelector<HTMLDetailsElement>('#acces');
/** Neither downloaded nor asked for before somebody wants to read it; other pages lead to it by `/#acces`. */
const readJournal = () => journal?.open && void import('@mds-kit/elements/access-log/define');
if (journal) {
  journal.addEventListener('toggle', readJournal);
  const follow = () => (journal.open ||= location.hash === `#${journal.id}`);
  addEventListener('hashchange', follow);
  follow();
  readJournal();
}
