/** The public keys with which a fund's server signs, from a file that the fund sends: what is in there is checked first. */
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FundKey } from './partner-file.ts';

/** Why a file is not taken. Never says what is in it. */
export class TicketKeysError extends Error {
  override readonly name = 'TicketKeysError';
}

const ONE_OR_MORE = z.union([
  z.looseObject({ keys: z.array(z.looseObject({})).min(1) }).transform(({ keys }) => keys),
  z.looseObject({ kty: z.string() }).transform((key) => [key]),
]);

/** What only a private or secret key has (RFC 7518 §6.2.2, §6.3.2, §6.4.1; RFC 8037 §2). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** What exports of browsers and libraries add, and means nothing here. */
const IGNORED = ['key_ops', 'ext', 'x5t', 'x5t#S256'];

/**
 * A JSON Web Key Set (RFC 7517), or a single key of one.
 *
 * @throws TicketKeysError in words for whoever registers a partner
 */
export async function readTicketKeys(file: string): Promise<FundKey[]> {
  const refuse = (why: string) => new TicketKeysError(`${file}: ${why}`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw refuse('there is no such file, or it cannot be read.');
  });
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) throw refuse(PRIVATE_KEY);
  const { data: keys } = ONE_OR_MORE.safeParse(jsonOf(text));
  if (keys === undefined) throw refuse('this is not a JSON Web Key Set, {"keys": […]} (RFC 7517).');
  if (keys.some((key) => PRIVATE.some((member) => member in key))) throw refuse(PRIVATE_KEY);
  return keys.map((key, index) => {
    const { data, error } = FundKey.safeParse(without(key, IGNORED));
    if (data && isPoint(data)) return data;
    const at = error?.issues[0]?.path.join('.') ?? '';
    const what = at === '' ? '' : ` (${at})`;
    throw refuse(
      `key ${String(index + 1)}${what} is not a public key that we take: Ed25519 or P-256, with a \`kid\` of letters, digits, dots and hyphens.`,
    );
  });
}

const PRIVATE_KEY =
  'this holds a PRIVATE key. Nobody was registered, and nothing was copied. The fund keeps that one to itself: ask it for the public half alone, and, since this file has travelled, for a new key.';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const without = (key: object, members: readonly string[]) =>
  Object.fromEntries(Object.entries(key).filter(([member]) => !members.includes(member)));

/** Whether it is a key at all: not every x and y lie on the curve. */
function isPoint(key: FundKey): boolean {
  try {
    createPublicKey({ key, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
