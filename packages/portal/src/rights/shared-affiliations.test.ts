import type { AffiliationAnswer } from '@mds-kit/exchange/registries/registries';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shareAffiliations } from './shared-affiliations.ts';

const call = { correlation: 'x' };
const ok: AffiliationAnswer = { status: 'ok', affiliations: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('shared affiliations', () => {
  it('ask once for what comes together and soon after, and again later', async () => {
    const ask = vi.fn(() => Promise.resolve(ok));
    const shared = shareAffiliations(ask, 5000);
    await Promise.all([shared(CANARY, call), shared(CANARY, call)]);
    await shared(CANARY, call);
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5001);
    await shared(CANARY, call);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are one person’s', async () => {
    const ask = vi.fn(() => Promise.resolve(ok));
    const shared = shareAffiliations(ask);
    await shared(CANARY, call);
    await shared({ ...CANARY, nir: '185057899099125' }, call);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('do not remember a registry that did not answer', async () => {
    const ask = vi.fn(() => Promise.resolve<AffiliationAnswer>({ status: 'timeout' }));
    const shared = shareAffiliations(ask);
    await shared(CANARY, call);
    await shared(CANARY, call);
    ask.mockRejectedValueOnce(new Error());
    await expect(shared(CANARY, call)).rejects.toThrow();
    await shared(CANARY, call);
    expect(ask).toHaveBeenCalledTimes(4);
  });
});
