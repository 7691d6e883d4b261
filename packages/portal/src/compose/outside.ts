/** Whom the portal asks: registries, funds, FranceConnect. */
import { createAcquisition } from '@mds-kit/exchange/acquisition/acquisition';
import type { Assertions } from '@mds-kit/exchange/assertions';
import type { Catalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { connectors } from '@mds-kit/exchange/connectors/index';
import { createRegistries } from '@mds-kit/exchange/registries/registries';
import { createRightsDesk } from '@mds-kit/exchange/rights-desk';
import { createSalariesDesk } from '@mds-kit/exchange/salaries-desk';
import { createSituationDesk } from '@mds-kit/exchange/situation-desk';
import { SupplierLines } from '@mds-kit/exchange/supplier-line';
import { journalTo, showExchange } from '../operations/exchange.ts';
import type { Metrics } from '../operations/metrics.ts';
import { shareAffiliations } from '../rights/shared-affiliations.ts';
import { createFranceConnect } from '../sign-in/france-connect.ts';
import { createLoopbackFetch } from '../sign-in/loopback-fetch.ts';
import type { Parts } from './parts.ts';

/** How the portal asks registries and funds. */
export function exchange(
  { clock, log, atClose }: Parts,
  catalogue: Catalogue,
  assertions: Assertions,
  metrics: Metrics,
) {
  const line = { catalogue, assertions, clock, journal: journalTo(log) };
  const registries = createRegistries(line);
  const lines = new SupplierLines(line);
  const acquisition = createAcquisition({ ...line, connectors, lines });
  const salariesDesk = createSalariesDesk(line);
  atClose(() => registries.close());
  atClose(() => acquisition.close());
  atClose(() => salariesDesk.close());
  showExchange(metrics, () => [registries.metrics(), acquisition.metrics(), salariesDesk.metrics()]);
  const shared = {
    affiliationsOf: shareAffiliations((person, call) => registries.affiliationsOf(person, call)),
  };
  const desk = createRightsDesk({ catalogue, acquisition, registries: shared, clock });
  const situationDesk = createSituationDesk({
    catalogue,
    clock,
    lines,
    registries: shared,
    rightsDesk: desk,
    salariesDesk,
  });
  return { registries, desk, salariesDesk, situationDesk };
}

/** How the portal asks FranceConnect, which is looked for when somebody signs in. */
export function franceConnect({ config, atClose }: Parts) {
  const { portalOrigin, sandbox } = config;
  const { fetch, close } = createLoopbackFetch();
  atClose(close);
  return createFranceConnect({ ...config.franceConnect, portalOrigin, sandbox, fetch });
}
