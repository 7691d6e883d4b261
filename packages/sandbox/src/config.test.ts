import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing: these are the addresses of npm start', () => {
    expect(readConfig({})).toEqual({
      SANDBOX_FC_PORT: 4200,
      SANDBOX_PORT: 4300,
      MDS_PORTAL_ORIGIN: 'http://portal.localhost:4000',
    });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ MDS_NOW: '', SANDBOX_PORT: '0' })).toMatchObject({ SANDBOX_PORT: 0 });
  });

  it('names every wrong setting at once', () => {
    const wrong = { SANDBOX_PORT: 'quatre', MDS_NOW: 'demain', MDS_PORTAL_ORIGIN: 'portail' };
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
  });
});
