import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMALL_CATALOGUE } from '@mds-kit/exchange/testing/small-catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from './config.ts';
import { startPortal } from './start.ts';
import { writeSmallKit } from './testing/small-kit.ts';

let folder: string;
let environment: Environment;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-start-'));
  await writeSmallKit(join(folder, 'kit'));
  await writeFile(join(folder, 'catalogue.yaml'), SMALL_CATALOGUE);
  await writeFile(join(folder, 'partners.yaml'), 'partners: []\n');
  environment = {
    MDS_SANDBOX: '1',
    MDS_PORT: '0',
    MDS_DATA: 'memory:',
    MDS_KIT: join(folder, 'kit'),
    MDS_CATALOGUE: join(folder, 'catalogue.yaml'),
    MDS_PARTNERS: join(folder, 'partners.yaml'),
    SUPPLIERS: 'http://127.0.0.1:9',
    KEY: 'cle',
  };
});
afterAll(() => rm(folder, { recursive: true }));

const refusal = async (change: Environment): Promise<string> => {
  const started = startPortal({ environment: { ...environment, ...change }, writeLog: () => undefined });
  return started.then(
    async (portal) => {
      await portal.close();
      return 'it started';
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
};

describe('the portal refuses to start', () => {
  it('with a bad catalogue, naming the line', async () => {
    const file = join(folder, 'bad-catalogue.yaml');
    await writeFile(file, SMALL_CATALOGUE.replace('mode: acquisition', 'mode: guesswork'));
    expect(await refusal({ MDS_CATALOGUE: file })).toMatch(/bad-catalogue\.yaml:\d+/);
    expect(await refusal({ SUPPLIERS: undefined })).toContain('SUPPLIERS');
  });

  it('with a bad partner registry, naming the line', async () => {
    const file = join(folder, 'bad-partners.yaml');
    await writeFile(file, 'partners:\n  - id: Caf\n');
    expect(await refusal({ MDS_PARTNERS: file })).toMatch(/bad-partners\.yaml:2 partners\.0/);
  });

  it('without a kit, saying how to build it', async () => {
    expect(await refusal({ MDS_KIT: join(folder, 'none') })).toContain('npm run build');
  });

  it('on a port that is somebody’s, naming the setting', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      expect(await refusal({ MDS_LISTEN: '127.0.0.1', MDS_PORT: String(port) })).toContain(
        'MDS_LISTEN or MDS_PORT cannot be used as it is set (EADDRINUSE).',
      );
      expect(await refusal({ MDS_METRICS: `127.0.0.1:${String(port)}` })).toContain('MDS_METRICS');
    } finally {
      other.close();
    }
  });

  it('as a program: with words for its operator and an exit code, not a stack', async () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    const child = spawn(process.execPath, [main], { env: { MDS_SANDBOX: '1', MDS_PORT: 'quatre' } });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(words).toContain('The portal cannot start:\n  MDS_PORT is wrong.');
    expect(words).not.toContain('    at ');
  });
});
