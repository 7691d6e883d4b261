import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_KIT_VERSION, writeSmallKit } from './testing/small-kit.ts';

const program = fileURLToPath(new URL('partner.ts', import.meta.url));
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

async function run(args: string[], kit = 'kit') {
  const env = { MDS_SANDBOX: '1', MDS_PARTNERS: file, MDS_KIT: join(folder, kit) };
  const child = spawn(process.execPath, [program, ...args], { env });
  const words = { code: 0, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (words.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words.err += text));
  await new Promise<void>((resolve) =>
    child.once('close', (code) => {
      words.code = code ?? -1;
      resolve();
    }),
  );
  return words;
}

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
    expect(third.err).toContain('ma-caisse is there twice');
  });

  it('says how it is used to whoever asks, and to whoever asks for something else', async () => {
    for (const args of [['--help'], ['add', '-h']]) {
      const asked = await run(args);
      expect(asked).toMatchObject({ code: 0, err: '' });
      expect(asked.out).toMatch(/^Usage: npm run partner -- add --id ID/);
    }
    for (const args of [[], ['add', '--oops'], newcomer.slice(0, 3)]) {
      const wrong = await run(args);
      expect(wrong).toMatchObject({ code: 1, out: '' });
      expect(wrong.err).toContain('Usage: npm run partner');
    }
  });
});
