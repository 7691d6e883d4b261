import { describe, expect, it } from 'vitest';
import { attributeFaults, isBlank } from './attribute-faults.ts';

const tag = (attributes: Record<string, string>) => ({
  getAttribute: (name: string) => (Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null),
});
const faults = (attributes: Record<string, string>) => attributeFaults('mds-rights-bubble', tag(attributes));

describe('what a developer wrote on a tag', () => {
  it('is right with a domain, and with what the other tags take', () => {
    expect(faults({ domain: 'health', 'heading-level': '3', months: '36' })).toEqual([]);
    expect(attributeFaults('mds-rights-overview', tag({}))).toEqual([]);
  });

  it('is told as it stands there, with what would be right', () => {
    expect(faults({ domain: 'sante', 'heading-level': 'h2', months: '48' })).toEqual([
      '[mds-kit] <mds-rights-bubble domain="sante">: domain is one of health, family, housing, solidarity, retirement, employment',
      '[mds-kit] <mds-rights-bubble heading-level="h2">: heading-level is a number from 1 to 6',
      '[mds-kit] <mds-rights-bubble months="48">: months is a number from 1 to 36',
    ]);
    expect(faults({})).toEqual([expect.stringMatching(/<mds-rights-bubble>: domain is one of/)]);
  });

  it('leaves nothing to show where a bubble has no domain of ours', () => {
    for (const domain of ['', 'sante', 'Health', 'constructor'])
      expect(isBlank('mds-rights-bubble', tag({ domain })), domain).toBe(true);
    expect(isBlank('mds-rights-bubble', tag({}))).toBe(true);
    expect(isBlank('mds-rights-bubble', tag({ domain: 'health' }))).toBe(false);
    expect(isBlank('mds-rights-overview', tag({}))).toBe(false);
  });
});
