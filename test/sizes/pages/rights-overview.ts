/** A page of its own that shows the six domains, whose they are and the way to sign out, Lit and client included. */
import { createDirectClient } from '@mds-kit/client/direct-client';
import { providePortal } from '@mds-kit/elements/portal-context';
import '@mds-kit/elements/rights-overview/define';

providePortal(createDirectClient({ baseUrl: location.origin, partner: 'portail', lang: 'fr' }));
