import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpeningHours } from '@mds-kit/contract/organisations';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, configTable, readConfig, type Environment } from './config.ts';
import { createKeys, loadKeys } from './keys/keys.ts';

const production: Environment = {
  MDS_PORTAL_ORIGIN: 'https://portail.exemple.fr',
  MDS_WIDGETS_ORIGIN: 'https://widgets.exemple.fr',
  DATABASE_URL: 'postgres://portal:motdepasse@db/portal',
  MDS_FRANCECONNECT_ISSUER: 'https://fc.exemple.fr/api/v2',
  MDS_FRANCECONNECT_CLIENT_ID: 'id',
  MDS_FRANCECONNECT_CLIENT_SECRET: 'secret-canari',
  MDS_CATALOGUE: '/etc/mds/catalogue.yaml',
  MDS_PARTNERS: '/etc/mds/partners.yaml',
  MDS_KEYS: '/etc/mds/keys.json',
  MDS_SUPPORT_NAME: 'Assistance',
  MDS_SUPPORT_PHONE: '39 39',
  MDS_SUPPORT_HOURS: '1-5 08:30-18:30, 6-6 09:00-12:00',
};

function complaints(change: Environment): string {
  try {
    readConfig({ ...production, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('takes a whole one', () => {
    const config = readConfig(production);
    expect(config.port).toBe(4000);
    expect(config.database).toEqual({ url: production.DATABASE_URL });
    expect(config.support.hours[1]).toEqual({ from: 6, to: 6, opens: '09:00', closes: '12:00' });
  });

  it('needs nothing in the sandbox', () => {
    expect(readConfig({ MDS_SANDBOX: '1' }).portalOrigin).toBe('http://portal.localhost:4000');
    expect(readConfig({ MDS_SANDBOX: '1', MDS_DATA: 'memory:' }).database).toEqual({ memory: true });
  });

  it.each(Object.keys(production).filter((name) => name !== 'DATABASE_URL'))(
    'refuses to start without %s, and says what to set',
    (name) => {
      expect(complaints({ [name]: undefined })).toMatch(
        new RegExp(`^The portal cannot start:\\n  ${name} is missing\\. .+: for example .+$`),
      );
      expect(complaints({ [name]: '' })).toContain(`${name} is missing`);
    },
  );

  it.each<[string, string]>([
    ['MDS_PORTAL_ORIGIN', 'portail.exemple.fr'],
    ['MDS_PORTAL_ORIGIN', 'https://portail.exemple.fr/'],
    ['MDS_PORTAL_ORIGIN', 'http://portail.exemple.fr'],
    ['MDS_PORTAL_ORIGIN', 'http://portal.localhost:4000'],
    ['MDS_WIDGETS_ORIGIN', 'https://user@widgets.exemple.fr'],
    ['MDS_WIDGETS_ORIGIN', 'https://portail.exemple.fr:8443'],
    ['MDS_PORT', 'quatre'],
    ['MDS_PORT', '70000'],
    ['MDS_SANDBOX', 'peut-être'],
    ['DATABASE_URL', 'mysql://db'],
    ['MDS_FRANCECONNECT_ISSUER', 'http://fc.exemple.fr'],
    ['MDS_NOW', 'hier'],
    ['MDS_MAINTENANCE', '2026-12-01'],
    ['MDS_MAINTENANCE', '2026-12-02T00:00:00Z/2026-12-01T00:00:00Z'],
    ['MDS_SUPPORT_PHONE', 'au 39 39'],
    ['MDS_SUPPORT_HOURS', 'le matin'],
  ])('refuses %s = %s by name', (name, value) => {
    expect(complaints({ [name]: value })).toContain(`\n  ${name} `);
  });

  it.each([
    ['1-7 00:00-24:00', 'times 00:00 to 23:59'],
    ['1-5 08:30-18:60', 'times 00:00 to 23:59'],
    ['1-8 08:30-18:30', 'days are 1 (Monday) to 7'],
    ['0-5 08:30-18:30', 'days are 1 (Monday) to 7'],
    ['1-5 08:30-18:30,', 'days are 1 (Monday) to 7'],
    ['1-5 08:30-18:30, 7-6 09:00-12:00', 'days run from the earlier to the later'],
    ['1-5 18:30-08:30', 'they close later than they open'],
  ])('says of opening hours such as %s: %s', (value, words) => {
    expect(complaints({ MDS_SUPPORT_HOURS: value })).toMatch(/^.+\n {2}MDS_SUPPORT_HOURS is wrong: [^\n]+$/);
    expect(complaints({ MDS_SUPPORT_HOURS: value })).toContain(words);
  });

  it('takes only opening hours that every client of the catalogue can read', () => {
    const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const time = fc.tuple(two(26), two(61)).map((parts) => parts.join(':'));
    const row = fc
      .tuple(fc.nat(9), fc.nat(9), time, time)
      .map(([from, to, opens, closes]) => `${String(from)}-${String(to)} ${opens}-${closes}`);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const value = rows.join(', ');
        if (complaints({ MDS_SUPPORT_HOURS: value }) !== '') return;
        const { hours } = readConfig({ ...production, MDS_SUPPORT_HOURS: value }).support;
        expect(hours).toHaveLength(rows.length);
        for (const one of hours) {
          expect(OpeningHours.parse(one)).toEqual(one);
          expect(one.from).toBeLessThanOrEqual(one.to);
        }
      }),
    );
  });

  it('names every mistake at once, and never a value', () => {
    const message = complaints({
      MDS_PORT: 'secret-canari-2',
      MDS_CATALOGUE: undefined,
      DATABASE_URL: 'secret-canari-3',
    });
    expect(message.match(/\n {2}\w+ is (wrong|missing)/g)).toHaveLength(3);
    expect(message).not.toContain('canari');
  });

  it('reads where the operator asks for metrics, and asks for both halves of it', () => {
    const at = (MDS_METRICS: string) => readConfig({ ...production, MDS_METRICS }).metrics;
    expect(readConfig(production).metrics).toBeUndefined();
    expect(at('10.0.0.7:9400')).toEqual({ address: '10.0.0.7', port: 9400 });
    expect(at('[::1]:9400')).toEqual({ address: '::1', port: 9400 });
    for (const wrong of ['9400', 'localhost', '::1:9400', '127.0.0.1:70000', 'http://localhost:9400'])
      expect(complaints({ MDS_METRICS: wrong }), wrong).toContain(
        'MDS_METRICS is wrong: write address and port',
      );
  });

  it('wants a database somewhere', () => {
    expect(complaints({ DATABASE_URL: undefined })).toContain('DATABASE_URL is missing');
    expect(complaints({ DATABASE_URL: undefined, MDS_DATA: '/var/lib/mds' })).toBe('');
  });

  it('describes every setting for the README', () => {
    for (const { name, description, example } of configTable()) {
      expect(description, name).not.toBe('');
      expect(example, name).not.toBe('undefined');
    }
  });
});

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mds-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is written in the sandbox, once, for its owner alone', async () => {
    const file = join(folder, 'new', 'keys.json');
    const [one, other] = await Promise.all([loadKeys(file, true), loadKeys(file, true)]);
    expect(other).toEqual(one);
    expect(await createKeys(file)).toBe(false);
  });

  it('is never made up outside the sandbox', async () => {
    await expect(loadKeys(join(folder, 'none.json'), false)).rejects.toThrow(
      /MDS_KEYS names .* Write one: node /,
    );
  });

  it('that is damaged refuses to start, without telling its content', async () => {
    const file = join(folder, 'keys.json');
    await createKeys(file);
    const keys = JSON.parse(readFileSync(file, 'utf8')) as { index: string; links: { current: string } };
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, JSON.stringify({ ...keys, index: 'court' }));
    await expect(loadKeys(file, false)).rejects.toThrow('is not valid (index)');
    writeFileSync(file, JSON.stringify({ ...keys, links: { ...keys.links, current: 'autre' } }));
    await expect(loadKeys(file, false)).rejects.toThrow(ConfigError);
    writeFileSync(file, '{"index": "canari');
    await expect(loadKeys(file, false)).rejects.not.toThrow(/canari/);
  });
});
