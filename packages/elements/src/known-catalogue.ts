import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { ReactiveControllerHost } from 'lit';

const known = new WeakMap<PortalClient, Catalogue>();

const learn = async (portal: PortalClient) => void known.set(portal, await portal.catalogue());

/** The general words stay: whoever fails is already said. */
const lost = () => undefined;

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
  if (!catalogue) void learn(portal).then(() => host.requestUpdate(), lost);
  return catalogue;
}

/** How long words wait for the catalogue. */
const PATIENCE_MS = 1000;

/**
 * For chunks that name whom to call: they are drawn once the catalogue is there, or has not come in a second. Drawn with
 * the general words first, what stands below those would move.
 */
export async function ready(portal: PortalClient | undefined): Promise<void> {
  if (!portal || known.has(portal)) return;
  await Promise.race([learn(portal).catch(lost), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
