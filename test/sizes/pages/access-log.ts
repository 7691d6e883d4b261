/** A page of its own that shows who has seen the person's rights, Lit and client included. */
import { createDirectClient } from '@mds-kit/client/direct-client';
import { providePortal } from '@mds-kit/elements/portal-context';
import '@mds-kit/elements/access-log/define';

providePortal(createDirectClient({ baseUrl: location.origin, partner: 'portail', lang: 'fr' }));
