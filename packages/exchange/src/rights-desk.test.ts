import { describe, expect, it } from 'vitest';
import type { Acquisition, Question } from './acquisition/acquisition.ts';
import type { AffiliationAnswer } from './registries/registries.ts';
import { createRightsDesk } from './rights-desk.ts';
import { clock } from './testing/exchange.ts';
import { caf, CANARY, msa } from './testing/people.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';

function desk(answer: AffiliationAnswer) {
  let now = 0;
  const asked: Question[] = [];
  const acquisition: Acquisition = {
    ask: (question) => {
      asked.push(question);
      return Promise.resolve([]);
    },
    metrics: () => ({ calls: [], breakers: [], journalFailures: 0 }),
    close: () => undefined,
  };
  const affiliationsOf = () => {
    now += 400;
    return Promise.resolve(answer);
  };
  const rights = createRightsDesk({
    catalogue: smallCatalogue(),
    acquisition,
    registries: { affiliationsOf },
    clock,
    monotonic: () => now,
  });
  return { rights, asked };
}

const question = { domain: 'family', person: CANARY, correlation: 'r-1' } as const;

describe('the rights of one domain', () => {
  it('are asked inside one guaranteed time, the registry’s included', async () => {
    const { rights, asked } = desk({ status: 'ok', affiliations: [caf, msa] });
    await rights.rights(question);
    expect(asked).toMatchObject([{ service: 'rights.family', affiliations: [caf, msa], startedAt: 0 }]);
  });

  it('ask no supplier when nobody knows who they are', async () => {
    const { rights, asked } = desk({ status: 'timeout' });
    const answer = await rights.rights(question);
    expect(answer).toMatchObject({
      situation: 'not-answering',
      missing: [{ organisation: null, why: 'timeout' }],
    });
    expect(asked).toEqual([]);
  });
});
