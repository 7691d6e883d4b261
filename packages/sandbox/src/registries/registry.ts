import type { Asserted } from '../suppliers/assertion.ts';

/** A national registry: one address, one question. */
export type Registry = {
  id: 'sngi' | 'affiliations';
  provider: string;
  path: string;
  answer: (asserted: Asserted) => object;
};
