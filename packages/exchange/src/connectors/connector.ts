import { BENEFITS, domainOf, type BenefitId } from '@mds-kit/contract/benefits';
import type { Domain } from '@mds-kit/contract/domains';
import type { SuppliedRight } from '../acquisition/envelope.ts';
import type { RightsServiceId } from '../catalogue/catalogue.ts';

/** What reading may depend on besides the supplier's data: the day in France, and nothing of the person. */
export type Reading = { today: string };

/** One address of a supplier's API, for one service. */
export type Resource = {
  service: RightsServiceId;
  /** Below the membership's base address; the same for everybody. */
  path: string;
  /**
   * `data` of the supplier's answer → rights in the contract's words. What every supplier may add to its data
   * (its instant, due dates, news) is read elsewhere. @throws on anything that does not fit: schema drift
   */
  rights(data: unknown, reading: Reading): readonly SuppliedRight[];
};

/** One fund: its supplier id in the catalogue, and what it can answer. */
export type Connector = { supplier: string; resources: readonly Resource[] };

/** A right of the person alone, open, without amount or dates, to be completed. */
export function ownRight(benefit: BenefitId, known: Partial<SuppliedRight> = {}): SuppliedRight {
  return {
    benefit,
    status: 'open',
    amount: null,
    beneficiaries: [{ kind: 'self', firstName: null }],
    since: null,
    until: null,
    ...known,
  };
}

/** A benefit known to belong elsewhere is drift: it would be shown twice, or under the wrong heading. */
export function assertDomain(benefit: string, domain: Domain): void {
  const home = domainOf(benefit);
  if (home !== undefined && home !== domain)
    throw new TypeError(`${benefit} is no benefit of ${domain}: expected ${BENEFITS[domain].join(', ')}`);
}
