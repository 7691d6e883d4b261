import { fileURLToPath } from 'node:url';
import type { Program } from '@mds-kit/sandbox/launch';
import { Ledger, type Orders } from './wire.ts';

export function stubProgram(port: number, upstream: string): Program {
  return {
    name: 'supplier stub',
    command: [process.execPath, fileURLToPath(new URL('stub.ts', import.meta.url))],
    env: { BENCH_STUB_PORT: String(port), BENCH_UPSTREAM: upstream },
    ready: { port, path: '/_orders' },
  };
}

/** Tells the stub what to do from now on, and asks it what was done since. */
export class Suppliers {
  readonly #address: string;

  constructor(port: number) {
    this.#address = `http://127.0.0.1:${port}/_orders`;
  }

  async order(orders: Orders): Promise<void> {
    await fetch(this.#address, { method: 'PUT', body: JSON.stringify(orders) });
  }

  async ledger(): Promise<Ledger> {
    return Ledger.parse(await (await fetch(this.#address)).json());
  }
}
