import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { ReactiveControllerHost } from 'lit';

const known = new WeakMap<PortalClient, Catalogue>();

/**
 * The catalogue, the same for everybody, where its words are needed: whom to call, and where to simulate. Asked for
 * when it is first missed; the host is drawn again once it is there, and does without it until then.
 */
export function knownCatalogue(
  portal: PortalClient | undefined,
  host: ReactiveControllerHost,
): Catalogue | undefined {
  if (!portal) return;
  const catalogue = known.get(portal);
  if (!catalogue)
    void portal.catalogue().then(
      (answer) => {
        known.set(portal, answer);
        host.requestUpdate();
      },
      () => undefined, // the general words stay: whoever fails is already said
    );
  return catalogue;
}
