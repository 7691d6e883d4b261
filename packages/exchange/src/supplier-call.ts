import type { Assertion } from './assertions.ts';
import { CallFailure } from './failure.ts';
import type { Transport, TransportAnswer } from './http-transport.ts';

/** Answers are a few kB; 256 kB is already somebody else's data or an attack on memory. */
const LIMIT_BYTES = 256 * 1024;

export type SupplierCall = {
  transport: Transport;
  /** Whole address, `recipient` included; nothing personal may ever be in it. */
  url: string;
  key: string;
  /** The signed identity, in the body: addresses are logged by everything on the way. */
  assertion: Assertion;
  signal: AbortSignal;
  /** For a supplier whose answers are no few kB. */
  limitBytes?: number | undefined;
  /** Called when the answer has begun to come, so that a later deadline is a drip and not a silence. */
  onAnswering?: () => void;
};

export type SupplierAnswer =
  | { kind: 'data'; data: Record<string, unknown> }
  /** The supplier has no file (*dossier*) of this person. */
  | { kind: 'absent' }
  /** The supplier does not transmit this for the person's scheme yet. */
  | { kind: 'not-covered' };

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
/** 10003 MSA, 23003 Cnaf, 35003 not referenced: a provider's number, then 003 (API Particulier v3.0.0). */
const ABSENT = /^\d\d003$/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function readJson(answer: TransportAnswer, limitBytes = LIMIT_BYTES): Promise<unknown> {
  if (!JSON_TYPE.test(answer.contentType) || !/^(identity)?$/i.test(answer.contentEncoding)) {
    answer.discard();
    throw new CallFailure('wrong-type');
  }
  const bytes = await answer.read(limitBytes);
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    // The parser's message quotes the text that it stumbled over.
    throw new CallFailure('garbage');
  }
}

function isAbsence(body: unknown): boolean {
  const errors = isRecord(body) && Array.isArray(body.errors) ? (body.errors as unknown[]) : [];
  return errors.some((error) => isRecord(error) && typeof error.code === 'string' && ABSENT.test(error.code));
}

function refusal(status: number): CallFailure {
  if (status === 401 || status === 403) return new CallFailure('refused');
  if (status === 429) return new CallFailure('throttled');
  if (status >= 300 && status < 400) return new CallFailure('redirect');
  if (status >= 500) return new CallFailure('server-error');
  return new CallFailure('client-error');
}

/**
 * One call to one supplier. Whatever is not a right answer becomes a {@link CallFailure}, which carries a reason
 * and nothing of the person. Ends when `signal` aborts.
 */
export async function callSupplier(call: SupplierCall): Promise<SupplierAnswer> {
  const { transport, url, key, assertion, signal, onAnswering } = call;
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/jwt',
    accept: 'application/json',
  };
  const answer = await transport({ url, headers, body: assertion.token, signal });
  onAnswering?.();
  // A 404 of a mislaid path is not the absence of a file: only the provider's own code says that.
  if (answer.status === 404) {
    if (isAbsence(await readJson(answer))) return { kind: 'absent' };
    throw new CallFailure('client-error');
  }
  if (answer.status !== 200) {
    answer.discard();
    throw refusal(answer.status);
  }
  const body = await readJson(answer, call.limitBytes);
  if (!isRecord(body) || !isRecord(body.data)) throw new CallFailure('drift');
  // Suppliers of ours name the question that they answer (API Particulier, whose meta is empty, does not): one that
  // mixes two people up must not be believed.
  if (isRecord(body.meta) && 'jti' in body.meta && body.meta.jti !== assertion.jti)
    throw new CallFailure('misdelivered');
  if (body.data.couvert === false) return { kind: 'not-covered' };
  return { kind: 'data', data: body.data };
}
