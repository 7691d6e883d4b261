import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The ES256 keys of the platform, the signing one first. FranceConnect changes them without notice. */
export class SigningKeys {
  #keys: [signing: JWK, ...before: JWK[]];

  private constructor(signing: JWK) {
    this.#keys = [signing];
  }

  static async generate(): Promise<SigningKeys> {
    return new SigningKeys(await newKey());
  }

  get signing(): JWK {
    return this.#keys[0];
  }

  get jwks(): { keys: JWK[] } {
    return { keys: this.#keys };
  }

  /** A new key signs from now on. The one before stays published, unless it is to be forgotten. */
  async rotate({ forget }: { forget: boolean }): Promise<void> {
    this.#keys = [await newKey(), ...(forget ? [] : this.#keys.slice(0, 1))];
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'ES256', use: 'sig' };
}
