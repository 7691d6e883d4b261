import { expect } from '@open-wc/testing';
import { defineOnce } from './define-once.ts';

class First extends HTMLElement {
  static readonly version = '1.0.0';
}
class Second extends HTMLElement {
  static readonly version = '2.0.0';
}
class Foreign extends HTMLElement {}

describe('defining a tag twice', () => {
  const warnings: unknown[] = [];
  const warn = console.warn;
  before(() => (console.warn = (...words: unknown[]) => warnings.push(...words)));
  after(() => (console.warn = warn));

  it('the first stays; one warning a page, naming both versions', () => {
    defineOnce('mds-try-a', First);
    defineOnce('mds-try-a', First);
    expect(warnings).to.deep.equal([]);
    defineOnce('mds-try-a', Second);
    expect(customElements.get('mds-try-a')).to.equal(First);
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.contain('<mds-try-a>')
      .and.to.contain('1.0.0')
      .and.to.match(/this copy, \d+\.\d+\.\d+/);
    customElements.define('mds-try-b', Foreign);
    defineOnce('mds-try-b', Second);
    expect(warnings).to.have.length(1);
  });
});
