import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Enough for a busy demo; the oldest entries go first. The provider checks lifetimes itself. */
const CAPACITY = 5_000;
const done = Promise.resolve();

/**
 * Sessions, codes and tokens, in memory. They live outside the provider, so that a new one (other keys, other
 * clients) takes over without anybody losing a session.
 */
export class Store {
  readonly #entries = new Map<string, AdapterPayload>();

  adapter = (model: string): Adapter => {
    const entries = this.#entries;
    const key = (id: string) => `${model}:${id}`;
    return {
      upsert: (id, payload) => {
        entries.delete(key(id));
        entries.set(key(id), payload);
        for (const oldest of entries.keys()) {
          if (entries.size <= CAPACITY) break;
          entries.delete(oldest);
        }
        return done;
      },
      find: (id) => Promise.resolve(entries.get(key(id))),
      findByUid: (uid) => Promise.resolve(this.#first(model, (payload) => payload.uid === uid)),
      findByUserCode: (userCode) =>
        Promise.resolve(this.#first(model, (payload) => payload.userCode === userCode)),
      consume: (id) => {
        const payload = entries.get(key(id));
        if (payload) payload.consumed = true;
        return done;
      },
      destroy: (id) => {
        entries.delete(key(id));
        return done;
      },
      revokeByGrantId: (grantId) => {
        for (const [name, payload] of entries) if (payload.grantId === grantId) entries.delete(name);
        return done;
      },
    };
  };

  #first(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [name, payload] of this.#entries) {
      if (name.startsWith(`${model}:`) && matches(payload)) return payload;
    }
    return undefined;
  }
}
