import { describe, expect, it } from 'vitest';
import { wavesOf } from './plan.ts';

const call = (url: string, from: number, to: number) => ({ url, headers: {}, body: '', from, to });
const urls = (calls: ReturnType<typeof call>[]) => wavesOf(calls).map((wave) => wave.map(({ url }) => url));

describe('wavesOf', () => {
  it('puts calls that overlap into one wave, and those that waited into the next', () => {
    const registry = call('/affiliations', 0, 40);
    const family = call('/cnaf', 42, 83);
    const training = call('/cpf', 43, 95);
    const jobs = call('/france-travail', 84, 130);
    expect(urls([jobs, training, registry, family])).toEqual([
      ['/affiliations'],
      ['/cnaf', '/cpf', '/france-travail'],
    ]);
  });

  it('has none without calls', () => {
    expect(wavesOf([])).toEqual([]);
  });
});
