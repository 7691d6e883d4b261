import { expect } from '@open-wc/testing';
import { takeHandover } from './address.ts';

const CODE = 'Ab-_9'.repeat(9).slice(0, 43);

describe('the handover code in the address', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  const at = (fragment: string) => {
    history.replaceState({ page: 'account' }, '', `${before.split('#')[0] ?? ''}${fragment}`);
    return takeHandover();
  };

  it('is taken off, leaving no entry in the history and the page’s own state', () => {
    const entries = history.length;
    expect(at(`#mds-handover=${CODE}`)).to.equal(CODE);
    expect(location.href).to.equal(before.split('#')[0]);
    expect(history.state).to.deep.equal({ page: 'account' });
    expect(history.length).to.equal(entries);
    expect(takeHandover()).to.be.undefined;
  });

  it('is taken off, and not used, when it is none of ours', () => {
    for (const code of ['', 'short', `${CODE}x`, '<script>']) {
      expect(at(`#mds-handover=${code}`), code).to.be.undefined;
      expect(location.hash, code).to.equal('');
    }
  });

  it('leaves every other fragment alone', () => {
    for (const fragment of ['#contact', '#/route?mds-handover=x', '#mds-handover-x=1']) {
      expect(at(fragment)).to.be.undefined;
      expect(location.hash).to.equal(fragment);
    }
  });
});
