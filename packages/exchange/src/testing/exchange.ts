import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { createAcquisition, type AcquisitionOptions } from '../acquisition/acquisition.ts';
import { createAssertions } from '../assertions.ts';
import { connectors } from '../connectors/index.ts';
import type { JournalEntry } from '../journal.ts';
import { smallCatalogue } from './small-catalogue.ts';

export const NOW = new Date('2026-11-22T09:30:00+01:00');
export const clock = () => NOW;

export const signingKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;

export const assertions = await createAssertions({
  issuer: 'http://portal.localhost',
  key: signingKey,
  clock,
});

/** An acquisition over the small catalogue, with its journal kept. */
export function testAcquisition(options: Partial<AcquisitionOptions> & { base?: string } = {}) {
  const journal: JournalEntry[] = [];
  const { base, ...rest } = options;
  const catalogue = rest.catalogue ?? smallCatalogue(base);
  const acquisition = createAcquisition({
    catalogue,
    connectors,
    assertions,
    clock,
    journal: (entry) => journal.push(entry),
    ...rest,
  });
  return { acquisition, catalogue, journal };
}
