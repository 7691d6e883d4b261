/** A page of its own that shows twelve months of declared salaries, Lit and client included. */
import { createDirectClient } from '@mds-kit/client/direct-client';
import { providePortal } from '@mds-kit/elements/portal-context';
import '@mds-kit/elements/salary-timeline/define';

providePortal(createDirectClient({ baseUrl: location.origin, partner: 'portail', lang: 'fr' }));
