import { errorAnswer, jsonAnswer, type Answer } from './answer.ts';
import type { FaultMode } from '../faults.ts';

const DAY = /^\d{4}-\d\d-\d\d/;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Applies a change to every leaf, and another to every list. */
function everywhere(
  value: Json,
  leaf: (leaf: Json) => Json,
  list: (list: Json[]) => Json = (same) => same,
): Json {
  if (Array.isArray(value)) return list(value.map((item) => everywhere(item, leaf, list)));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, everywhere(item, leaf, list)]),
    );
  }
  return leaf(value);
}

const numbers = (change: (value: number) => Json) => (leaf: Json) =>
  typeof leaf === 'number' ? change(leaf) : leaf;

/** The answer with `data` changed; an answer without data stays as it is. */
function withData(answer: Answer, change: (data: Json) => Json): Answer {
  const body = JSON.parse(answer.body) as { data?: Json };
  if (body.data === undefined) return answer;
  return { ...answer, body: JSON.stringify({ ...body, data: change(body.data) }) };
}

const inWords = (leaf: Json): Json => {
  if (typeof leaf === 'number') return `${leaf} €`;
  if (typeof leaf === 'boolean') return leaf ? 'oui' : 'non';
  return leaf;
};

const renamed = (data: Json): Json =>
  typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data).map(([key, value]) => [`${key}_v4`, value]))
    : data;

const webPage = (status: number): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Maintenance</title><h1>Service en maintenance</h1>',
});

type Spoiling = (answer: Answer, provider: string) => Answer;

/** The modes that change what is said; how it is said belongs to transmit.ts. */
const SPOILINGS: { [Mode in FaultMode]?: Spoiling } = {
  garbage: (answer) => ({ ...answer, status: 200, body: 'Service momentanément indisponible' }),
  html: () => webPage(200),
  truncated: (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  'empty-body': (answer) => ({ ...answer, body: '' }),
  'no-content': () => ({ status: 204, headers: {}, body: '' }),
  deep: (answer) => ({ ...answer, body: `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }),
  'heavy-headers': (answer) => ({ ...answer, headers: { ...answer.headers, 'X-Debug': 'x'.repeat(65_536) } }),

  drift: (answer) => withData(answer, renamed),
  'drift-missing': (answer) => withData(answer, () => ({})),
  'drift-type': (answer) =>
    withData(answer, (data) => everywhere(data, inWords, (list) => ({ premier: list[0] ?? null }))),
  'null-data': (answer) => withData(answer, () => null),
  'masked-error': (_answer, provider) => ({
    ...errorAnswer(provider, 502, '37999', 'Erreur inconnue du fournisseur de données'),
    status: 200,
  }),
  'negative-amounts': (answer) =>
    withData(answer, (data) =>
      everywhere(
        data,
        numbers((value) => -value - 1),
      ),
    ),
  'nan-amounts': (answer) => {
    const marked = withData(answer, (data) =>
      everywhere(
        data,
        numbers(() => '§NaN§'),
      ),
    );
    return { ...marked, body: marked.body.replaceAll('"§NaN§"', 'NaN') };
  },
  'huge-amounts': (answer) =>
    withData(answer, (data) =>
      everywhere(
        data,
        numbers(() => 1e300),
      ),
    ),
  'absurd-dates': (answer) =>
    withData(answer, (data) =>
      everywhere(data, (leaf) => (typeof leaf === 'string' && DAY.test(leaf) ? '2026-13-45' : leaf)),
    ),

  unauthorised: (_answer, provider) => errorAnswer(provider, 401, '00101', 'Jeton invalide'),
  forbidden: (_answer, provider) => errorAnswer(provider, 403, '00100', 'Privilèges insuffisants'),
  'not-found': () => webPage(404),
  conflict: (_answer, provider) => errorAnswer(provider, 409, '00015', 'La même demande est en cours'),
  mismatch: (_answer, provider) => errorAnswer(provider, 422, '00366', 'Identité et NIR ne concordent pas'),
  'rate-limited': (_answer, provider) =>
    errorAnswer(provider, 429, '00429', 'Trop de demandes', { 'Retry-After': '60' }),
  wrong: (_answer, provider) => errorAnswer(provider, 500, '37999', 'Erreur interne'),
  'bad-gateway': (_answer, provider) => errorAnswer(provider, 502, '37999', 'Erreur inconnue du fournisseur'),
  unavailable: () => webPage(503),
  'gateway-timeout': (_answer, provider) =>
    errorAnswer(provider, 504, '37002', 'Le fournisseur n’a pas répondu'),
  // Port 9 is the discard service (RFC 863): following the redirect gives a connection refused.
  redirect: () => jsonAnswer(302, {}, { Location: 'http://127.0.0.1:9/ailleurs' }),
};

export function spoil(mode: FaultMode, answer: Answer, provider: string): Answer {
  return SPOILINGS[mode]?.(answer, provider) ?? answer;
}
