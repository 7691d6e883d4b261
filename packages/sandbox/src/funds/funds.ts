/**
 * The invented funds as callers of the monthly resources scheme: what each shows and signs with. Their public halves are
 * what the sandbox serves at `/funds/{id}/jwks.json`, and they open nothing outside it. A real fund makes its own key,
 * and keeps it where only its server reads it.
 */
import type { JWK } from 'jose';

export const FUND_IDS = ['cnaf', 'msa', 'carsat'] as const;
export type FundId = (typeof FUND_IDS)[number];

export type Fund = {
  readonly id: FundId;
  /** What it shows as Bearer (packages/resources/data/agreements.yaml). */
  readonly key: string;
  /** Private. */
  readonly signingKey: JWK;
};

const fund = (id: FundId, x: string, d: string): Fund => ({
  id,
  key: `bac-a-sable-ressources-${id}`,
  signingKey: { kty: 'OKP', crv: 'Ed25519', kid: `${id}-2026`, alg: 'EdDSA', x, d },
});

const FUNDS: Readonly<Record<FundId, Fund>> = {
  cnaf: fund(
    'cnaf',
    'xSJfYy6nDHacRKl7EuPtwsSkzD9qUe45K0b_TEMAGp4',
    'JKtGvYfIg1tq0JAR5bFtg3uk9U6SKMLLPDFVKtEY1hk',
  ),
  msa: fund(
    'msa',
    'fwAuqY1FpmaI7WZPkvQsZRcTQ1NZDJUtHvDdxZGMMVM',
    'agSTcMg-lzqwrn8M75UEQqLTkB1BbQxjxJnK3_UQZiQ',
  ),
  carsat: fund(
    'carsat',
    'E9gO6YqEhGRJMp51-rH9p1pNHyKeTb4wDBYJ9WKEuwg',
    'jASn7jJtWxYUMIuwpxhuMwWnQhwo5rVneN2kTYt9rOg',
  ),
};

export const fundOf = (id: FundId): Fund => FUNDS[id];

/** What a fund publishes; undefined: there is no such fund. */
export function fundJwks(id: string): { keys: JWK[] } | undefined {
  const known = FUND_IDS.find((one) => one === id);
  if (!known) return undefined;
  const { d: _private, ...half } = FUNDS[known].signingKey;
  return { keys: [{ ...half, use: 'sig' }] };
}
