/**
 * How a supplier can fail, by name. A test that loops over them asks two things: did the other suppliers' rights
 * stay, and was this one's silence ever read as "no right"?
 *
 * `outcome` is what the portal must make of the mode for the supplier that has it: `ok` and `empty` only where the
 * supplier did answer.
 */
export const FAULTS = {
  ok: { outcome: 'ok', does: 'answers' },
  slow: { outcome: 'timeout', does: 'answers after delayMs (10 s unless told)' },
  hang: { outcome: 'timeout', does: 'accepts, and never answers' },
  drip: { outcome: 'unavailable', does: 'answers a byte every delayMs (200 ms unless told)' },
  dead: { outcome: 'unavailable', does: 'closes the connection at once' },
  reset: { outcome: 'unavailable', does: 'breaks the connection in the middle of its answer' },

  garbage: { outcome: 'unavailable', does: '200, says JSON, and is not' },
  html: { outcome: 'unavailable', does: '200 with a web page' },
  oversize: { outcome: 'unavailable', does: '200 with more than 5 MB of valid JSON' },
  compressed: { outcome: 'unavailable', does: '200, gzip that nobody asked for, 64 MB once unpacked' },
  truncated: { outcome: 'unavailable', does: '200 with the first half of its JSON' },
  'empty-body': { outcome: 'unavailable', does: '200, says JSON, no byte' },
  'no-content': { outcome: 'unavailable', does: '204' },
  deep: { outcome: 'unavailable', does: '200 with 100,000 nested lists' },
  'heavy-headers': { outcome: 'unavailable', does: '200 with 64 KB of headers' },

  drift: { outcome: 'unavailable', does: 'every field of data has another name' },
  'drift-missing': { outcome: 'unavailable', does: 'data has lost its fields' },
  'drift-type': {
    outcome: 'unavailable',
    does: 'numbers are words, truths are yes and no, lists are objects',
  },
  'null-data': { outcome: 'unavailable', does: 'data is null' },
  'masked-error': { outcome: 'unavailable', does: '200 that carries errors instead of data' },
  'negative-amounts': { outcome: 'unavailable', does: 'every number is below zero' },
  'nan-amounts': { outcome: 'unavailable', does: 'every number is NaN' },
  'huge-amounts': { outcome: 'unavailable', does: 'every number is 1e300' },
  'absurd-dates': { outcome: 'unavailable', does: 'every day is the 45th of a 13th month' },
  'other-person': { outcome: 'unavailable', does: 'answers with the file of somebody else' },

  unauthorised: { outcome: 'unauthorised', does: '401' },
  forbidden: { outcome: 'unauthorised', does: '403' },
  absent: { outcome: 'empty', does: '404 with the code of an absent file: a true answer' },
  'not-found': { outcome: 'unavailable', does: '404 with a web page: the service has moved' },
  conflict: { outcome: 'unavailable', does: '409' },
  mismatch: { outcome: 'unavailable', does: '422: NIR and identity do not go together' },
  'rate-limited': { outcome: 'unavailable', does: '429' },
  wrong: { outcome: 'unavailable', does: '500' },
  'bad-gateway': { outcome: 'unavailable', does: '502' },
  unavailable: { outcome: 'unavailable', does: '503' },
  'gateway-timeout': { outcome: 'unavailable', does: '504' },
  redirect: { outcome: 'unavailable', does: '302 to another server' },
} as const satisfies Record<string, Fault>;

type Fault = { outcome: 'ok' | 'empty' | 'timeout' | 'unavailable' | 'unauthorised'; does: string };

export type FaultMode = keyof typeof FAULTS;

// Object.keys forgets what the keys are.
export const FAULT_MODES = Object.keys(FAULTS) as readonly FaultMode[];

export const isFaultMode = (value: unknown): value is FaultMode =>
  typeof value === 'string' && Object.hasOwn(FAULTS, value);

export type FaultSetting = { mode: FaultMode; delayMs?: number };

/** Which supplier, registry or FranceConnect is broken now, and how. */
export class Switchboard {
  readonly #settings = new Map<string, FaultSetting>();
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    this.names = names;
  }

  /** @throws RangeError for a name that nobody here has: a typing mistake must not pass for a healthy supplier */
  set(name: string, setting: FaultSetting): void {
    if (!this.names.includes(name)) throw new RangeError(`unknown: ${name}`);
    this.#settings.set(name, setting);
  }

  of(name: string): FaultSetting {
    return this.#settings.get(name) ?? { mode: 'ok' };
  }

  reset(): void {
    this.#settings.clear();
  }

  all(): Record<string, FaultSetting> {
    return Object.fromEntries(this.names.map((name) => [name, this.of(name)]));
  }
}
