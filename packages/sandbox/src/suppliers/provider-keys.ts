import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import type { DataProvider, EncryptionAlgorithm } from '../france-connect/data-providers.ts';

type Pair = { privateKey: CryptoKey; publicKey: CryptoKey };

/** The key to which FranceConnect encrypts what it answers to one supplier; made when first asked for. */
export class ProviderKeys {
  readonly #algorithm: EncryptionAlgorithm;
  #pair: Promise<Pair> | undefined;

  constructor({ encryption }: Pick<DataProvider, 'encryption'>) {
    this.#algorithm = encryption;
  }

  async private(): Promise<CryptoKey> {
    return (await this.#made()).privateKey;
  }

  /** What the supplier publishes at `/.well-known/jwks.json`. */
  async jwks(): Promise<{ keys: JWK[] }> {
    const { publicKey } = await this.#made();
    return { keys: [{ ...(await exportJWK(publicKey)), alg: this.#algorithm, use: 'enc' }] };
  }

  #made(): Promise<Pair> {
    return (this.#pair ??= generateKeyPair(this.#algorithm, { extractable: true }));
  }
}
