/** Authenticated encryption (AES-256-GCM, NIST SP 800-38D) and the derivation of keys and indexes, in one place. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Nonce, ciphertext and tag. `context` is not secret and not stored: what is sealed opens only beside it. */
export function seal(key: Uint8Array, text: string, context: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/**
 * @throws Error when the key, the context or the content is not the one that was sealed
 */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(context)
    .setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}

/** 256 random bits for somebody else to hold, base64url: 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN.test(text);
}

/** Under what a token's row is found. The row does not tell the token. */
export function tokenId(token: string, purpose: string): Uint8Array {
  return createHash('sha256').update(`${purpose}\n${token}`).digest();
}

/** With what a token's row is encrypted (HKDF, RFC 5869): whoever has the database has not the key. */
export function tokenKey(token: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(token, 'base64url'), '', `mds-kit ${purpose}`, 32));
}

/** A keyed index (HMAC-SHA-256): the same for the same text, and nothing without the key. */
export function indexOf(key: Uint8Array, purpose: string, text: string): Uint8Array {
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest();
}

/** base64url of SHA-256: how a verifier becomes the challenge that may be seen. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/**
 * The challenge of the same verifier for a fund's ticket. The partner's page is told this one: with the other it could have
 * a code made for this browser by whoever signs in elsewhere, and show somebody their rights for this person's.
 */
export function ticketChallengeOf(verifier: string): string {
  return challengeOf(`ticket\n${verifier}`);
}
