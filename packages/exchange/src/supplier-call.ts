import type { Assertion } from './assertions.ts';
import { CallFailure } from './failure.ts';
import type { AnswerHead, Transport } from './http-transport.ts';

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

/** The parser's message quotes the text that it stumbled over: nothing of it goes further. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch {
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

/** Only JSON is worth reading: what is there, or the provider's word that nothing is. @throws {CallFailure} */
function assertReadable({ status, contentType, contentEncoding }: AnswerHead): void {
  if (status !== 200 && status !== 404) throw refusal(status);
  if (!JSON_TYPE.test(contentType) || !/^(identity)?$/i.test(contentEncoding))
    throw new CallFailure('wrong-type');
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
  const answer = await transport({
    url,
    headers,
    body: assertion.token,
    signal,
    limitBytes: call.limitBytes ?? LIMIT_BYTES,
    accept: (head) => {
      onAnswering?.();
      assertReadable(head);
    },
  });
  const body = parseJson(answer.body);
  // A 404 of a mislaid path is not the absence of a file: only the provider's own code says that.
  if (answer.status === 404) {
    if (isAbsence(body)) return { kind: 'absent' };
    throw new CallFailure('client-error');
  }
  if (!isRecord(body) || !isRecord(body.data)) throw new CallFailure('drift');
  // Suppliers of ours name the question that they answer (API Particulier, whose meta is empty, does not): one that
  // mixes two people up must not be believed.
  if (isRecord(body.meta) && 'jti' in body.meta && body.meta.jti !== assertion.jti)
    throw new CallFailure('misdelivered');
  if (body.data.couvert === false) return { kind: 'not-covered' };
  return { kind: 'data', data: body.data };
}
