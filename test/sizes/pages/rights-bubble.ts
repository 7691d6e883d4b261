/** A page of its own that shows one domain: what a citizen downloads for one bubble, Lit and client included. */
import { createDirectClient } from '@mds-kit/client/direct-client';
import { providePortal } from '@mds-kit/elements/portal-context';
import '@mds-kit/elements/rights-bubble/define';

providePortal(createDirectClient({ baseUrl: location.origin, partner: 'portail', lang: 'fr' }));
