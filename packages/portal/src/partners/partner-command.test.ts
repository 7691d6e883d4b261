import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partnerCommand } from './partner-command.ts';
import { parsePartners } from './partner-file.ts';
import { SMALL_KIT_VERSION, writeSmallKit } from '../testing/small-kit.ts';

const registry = 'partners: []\n';
const newcomer = [
  ['add', '--id', 'ma-caisse', '--name', 'Ma caisse', '--origin', 'http://ma-caisse.localhost:3000'],
  ['--return', 'compte=http://ma-caisse.localhost:3000/compte'],
].flat();

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-partner-'));
  file = join(folder, 'partners.yaml');
  await writeFile(file, registry);
  await writeSmallKit(join(folder, 'kit'));
});
afterAll(() => rm(folder, { recursive: true }));

const environment = (kit: string) => ({
  MDS_SANDBOX: '1',
  MDS_PARTNERS: file,
  MDS_KIT: join(folder, kit),
});
const run = (args: string[], kit = 'kit') => partnerCommand(args, environment(kit));

describe('npm run partner', () => {
  it('registers nobody while there is no kit to name in the tag, and everybody once there is', async () => {
    const without = await run(newcomer, 'none');
    expect(without).toMatchObject({ code: 1, out: '' });
    expect(without.err).toMatch(/^Nobody was registered:\n {2}MDS_KIT names .+ npm run build\n$/);
    expect(await readFile(file, 'utf8')).toBe(registry);
    const second = await run(newcomer);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain(`/kit/${SMALL_KIT_VERSION}/embed.js" integrity="sha384-`);
    expect(await readFile(file, 'utf8')).toContain('id: ma-caisse');
    const third = await run(newcomer);
    expect(third).toMatchObject({ code: 1, out: '' });
    expect(third.err).toBe('Nobody was registered:\n  ma-caisse is registered already\n');
    await writeFile(file, registry);
  });

  it('names the page’s policy, which has one origin to allow', async () => {
    const { out } = await run(newcomer);
    expect(out).toContain('script-src, style-src and frame-src http://widgets.localhost:4000\n');
    await writeFile(file, registry);
  });

  it('says of each wrong value what would be right, and registers nobody', async () => {
    const wrong = [
      'add',
      '--id',
      'Ma_Caisse',
      '--name',
      'Ma caisse',
      '--origin',
      'x.fr',
      '--return',
      'a=x.fr',
    ];
    expect((await run(wrong)).err).toMatch(/^Nobody was registered:\n {2}Ma_Caisse: use small letters/);
    const { err } = await run(wrong.map((argument) => (argument === 'Ma_Caisse' ? 'ma-caisse' : argument)));
    expect(err).toContain('\n  x.fr: an origin is scheme, host and port');
    expect(err).toContain('\n  x.fr: a return address is whole, such as https://');
    const bare = newcomer.map((argument) => argument.replace('3000/compte', '3000'));
    expect((await run(bare)).err).toContain(
      '  http://ma-caisse.localhost:3000: a return address must be written',
    );
    expect(await readFile(file, 'utf8')).toBe(registry);
  });

  it('says of a registry that is wrong as it is which line that is', async () => {
    await writeFile(file, 'partners:\n  - oups\n');
    expect((await run(newcomer)).err).toContain(`${file}:2 partners.0`);
    await writeFile(file, registry);
  });

  describe('for a partner whose server may vouch for people', () => {
    const jwk = async (alg: string) => {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      return { open: { ...(await exportJWK(publicKey)), kid: 'k-1' }, secret: await exportJWK(privateKey) };
    };
    const written = async (content: unknown) => {
      const keys = join(folder, 'keys.json');
      await writeFile(keys, typeof content === 'string' ? content : JSON.stringify(content));
      return keys;
    };
    const ticket = (keys: string, level = 'eidas1', age = '7200') =>
      ['--ticket-keys', keys, '--ticket-level', level, '--ticket-max-age', age].flat();
    const fund = newcomer.map((argument) => argument.replaceAll('ma-caisse', 'mon-fonds'));
    beforeAll(() => writeFile(file, registry));

    it('writes the public keys, the levels and the age into the registry, which the portal then takes', async () => {
      const { open } = await jwk('EdDSA');
      const keys = await written({ keys: [{ ...open, key_ops: ['verify'], ext: true }] });
      const added = await run([...fund, ...ticket(keys), '--ticket-level', 'eidas2']);
      expect(added).toMatchObject({ code: 0, err: '' });
      expect(added.out).toContain('http://portal.localhost:4000/token');
      const [partner] = parsePartners(await readFile(file, 'utf8'), { file, environment: {}, sandbox: true });
      expect(partner?.ticket).toEqual({ keys: [open], levels: ['eidas1', 'eidas2'], maxAgeSeconds: 7200 });
      await writeFile(file, registry);
    });

    it('refuses a private key in any dress, says so, and repeats nothing of it', async () => {
      const [edwards, rsa] = [await jwk('EdDSA'), await jwk('RS256')];
      const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
      for (const content of [
        { keys: [edwards.open, { ...edwards.secret, kid: 'k-2' }] },
        { ...edwards.secret, kid: 'k-1' },
        { keys: [rsa.secret] },
        { keys: [{ kty: 'oct', k: 'c2VjcmV0LWNhbmFyaQ' }] },
        String(pem),
      ]) {
        const refused = await run([...fund, ...ticket(await written(content))]);
        expect(refused).toMatchObject({ code: 1, out: '' });
        expect(refused.err).toContain('this holds a PRIVATE key. Nobody was registered');
        expect(refused.err).not.toMatch(new RegExp(`${edwards.secret.d ?? ''}|c2VjcmV0|BEGIN`));
      }
      expect(await readFile(file, 'utf8')).toBe(registry);
    });

    it('refuses what is no key that a fund may sign with', async () => {
      const [{ open }, rsa, curve] = [await jwk('EdDSA'), await jwk('RS256'), await jwk('ES256')];
      const { kid: _, ...nameless } = open;
      for (const content of [
        '-----BEGIN CERTIFICATE-----',
        { keys: [] },
        { keys: [rsa.open] },
        { keys: [nameless] },
        { keys: [{ ...curve.open, y: curve.open.x }] },
      ]) {
        const refused = await run([...fund, ...ticket(await written(content))]);
        expect(refused).toMatchObject({ code: 1, out: '' });
        expect(refused.err).toMatch(/not a (JSON Web Key Set|public key that we take)/);
      }
      const absent = await run([...fund, ...ticket(join(folder, 'absent.json'))]);
      expect(absent.err).toContain('there is no such file');
      expect(await readFile(file, 'utf8')).toBe(registry);
    });

    it('wants all three, a level that there is, and an age within half a day', async () => {
      const keys = await written({ keys: [(await jwk('ES256')).open] });
      for (const [args, words] of [
        [['--ticket-keys', keys], 'go together'],
        [ticket(keys, 'eidas4'), '--ticket-level is eidas1'],
        [ticket(keys, 'eidas1', '59'), '--ticket-max-age is a whole number'],
        [ticket(keys, 'eidas1', 'an hour'), '--ticket-max-age is a whole number'],
      ] as const) {
        const refused = await run([...fund, ...args]);
        expect(refused).toMatchObject({ code: 1, out: '' });
        expect(refused.err).toContain(words);
      }
      expect(await readFile(file, 'utf8')).toBe(registry);
    });
  });

  it('says how it is used to whoever asks, and to whoever asks for something else', async () => {
    for (const args of [['--help'], ['add', '-h']]) {
      const asked = await run(args);
      expect(asked).toMatchObject({ code: 0, err: '' });
      expect(asked.out).toMatch(/^Usage: npm run partner -- add --id ID/);
    }
    for (const [args, why] of [
      [[], 'add is missing.'],
      [['add', '--oops'], '--oops'],
      [['remove', ...newcomer.slice(1)], '"remove" is not understood'],
      [newcomer.slice(0, 3), '--name, --origin, --return: missing.'],
    ] as const) {
      const wrong = await run([...args]);
      expect(wrong).toMatchObject({ code: 1, out: '' });
      expect(wrong.err.split('\n')[0]).toContain(why);
      expect(wrong.err).toContain('Usage: npm run partner');
    }
  });

  it('is a program that says the same, on the stream that it belongs to', async () => {
    const program = fileURLToPath(new URL('../partner.ts', import.meta.url));
    const ran = promisify(execFile)(process.execPath, [program, 'add'], { env: environment('kit') });
    const { out, err } = await run(['add']);
    await expect(ran).rejects.toMatchObject({ code: 1, stdout: out, stderr: err });
  });
});
