/**
 * The portal's secrets, from one file that only its operator reads. Losing the link keys loses every link (people
 * give their NIR again); losing a cookie key ends the sign-ins under way.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { ConfigError } from '../config.ts';

/** 256 bits, base64url. */
const Secret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .transform((text) => Buffer.from(text, 'base64url'));
const KeyId = z.string().regex(/^[A-Za-z0-9._-]{1,32}$/);

const PublicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: KeyId });
const PrivateKey = PublicKey.extend({ d: z.string() });

const KeyFile = z
  .object({
    /** Encrypt the NIR in a link: the current one writes, all of them read, so that keys can be turned over. */
    links: z.object({ current: KeyId, keys: z.record(KeyId, Secret) }),
    /** Turns a FranceConnect `sub` into the index of its link. It cannot change without losing the links. */
    index: Secret,
    /** Encrypts the cookie of a sign-in under way, ten minutes long. */
    cookies: Secret,
    /** Signs the assertions that suppliers check (Ed25519), and the public halves of former ones still in flight. */
    assertion: PrivateKey,
    formerAssertions: z.array(PublicKey).default([]),
  })
  .refine(({ links }) => links.current in links.keys, 'links.current names a key that is not there');

export type Keys = z.infer<typeof KeyFile>;

/** A new key file's text. */
export async function newKeyFile(): Promise<string> {
  const secret = () => randomBytes(32).toString('base64url');
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const kid = randomBytes(6).toString('hex');
  const file = {
    links: { current: kid, keys: { [kid]: secret() } },
    index: secret(),
    cookies: secret(),
    assertion: { ...(await exportJWK(privateKey)), kid },
    formerAssertions: [],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads the key file; in the sandbox, writes it first where there is none.
 *
 * @throws ConfigError
 */
export async function loadKeys(file: string | undefined, sandbox: boolean): Promise<Keys> {
  if (file === undefined) return parse(await newKeyFile(), 'in memory');
  if (sandbox) await createKeys(file);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError([
      `MDS_KEYS names ${file}, which cannot be read. Write one: node packages/portal/src/keys/create.ts ${file}`,
    ]);
  });
  return parse(text, file);
}

/** Writes a key file unless there is one. Two replicas starting together: one writes, both read that one. */
export async function createKeys(file: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Whole when it gets its name: the other one reads it at once.
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, await newKeyFile(), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

function parse(text: string, file: string): Keys {
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch (error) {
    const where =
      error instanceof z.ZodError ? error.issues.map((issue) => issue.path.join('.')).join(', ') : 'JSON';
    throw new ConfigError([
      `MDS_KEYS: the key file ${file} is not valid (${where}). Restore it from your copy`,
    ]);
  }
}
