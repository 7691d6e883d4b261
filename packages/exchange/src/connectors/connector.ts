import type { ServiceId } from '../catalogue/catalogue.ts';
import type { Supplied } from '../acquisition/envelope.ts';

/** What reading may depend on besides the supplier's data: the day in France, and nothing of the person. */
export type Reading = { today: string };

/** One address of a supplier's API, for the services that need it. */
export type Resource = {
  /** Below the membership's base address; the same for everybody. */
  path: string;
  services: readonly ServiceId[];
  /** `data` of the supplier's answer → the contract's words. @throws on anything that does not fit: schema drift */
  read: (data: unknown, reading: Reading) => Supplied;
};

/** One fund: its supplier id in the catalogue, and what it can answer. */
export type Connector = { supplier: string; resources: readonly Resource[] };
