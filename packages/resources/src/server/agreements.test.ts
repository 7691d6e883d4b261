import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AgreementsError, parseAgreements } from './agreements.ts';

const text = await readFile(new URL('../../data/agreements.yaml', import.meta.url), 'utf8');
const env = { MDS_PORTAL_JWKS_URL: 'http://portail.test/jwks', MDS_FUNDS_URL: 'http://fonds.test' };
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

function messageOf(changed: string, sandbox = true): string {
  try {
    parseAgreements(changed, 'agreements.yaml', { env, sandbox });
    return '';
  } catch (error) {
    if (error instanceof AgreementsError) return error.message;
    throw error;
  }
}

describe('the agreements', () => {
  it('of the sandbox can be used', () => {
    expect(messageOf(text)).toBe('');
  });

  it.each([
    ['service: salaires', 'service: salaire', 'must be one of'],
    ['purposes: [aide-logement]', 'purposes: [aide-au-logement]', 'a purpose that is not in this file'],
    ['purposes: [aide-logement]', 'purposes: []', 'has no purpose'],
    ['- partner: net-exemple', '- partner: nette-exemple', 'names no partner'],
    ['lag: 1', 'lag: -1', 'too small'],
  ])('refuse “%s” written as “%s”, naming the line', (right, wrong, what) => {
    const message = messageOf(text.replace(right, wrong));
    expect(message).toContain(what);
    const line = Number(/agreements\.yaml:(\d+)/.exec(message)?.[1]);
    expect(Math.abs(line - lineOf(right))).toBeLessThanOrEqual(2);
  });

  it('refuse an approval that nobody gave, and keys in the file outside the sandbox', () => {
    expect(messageOf(text.replace(/approvedBy: .*\n/, '\n'))).toContain('without approvedBy');
    const message = messageOf(text, false);
    expect(message).toContain('must not stand in this file');
    expect(message).not.toContain('bac-a-sable');
  });
});
