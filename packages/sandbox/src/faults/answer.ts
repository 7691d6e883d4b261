/** What a stand-in is about to say. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

const JSON_TYPE = 'application/json; charset=utf-8';

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

/** An error in the words of API Particulier: `{ errors: [{ code, title, detail, source, meta }] }`. */
export function errorAnswer(
  provider: string,
  status: number,
  code: string,
  title: string,
  headers: Record<string, string> = {},
): Answer {
  const error = { code, title, detail: null, source: null, meta: { provider } };
  return jsonAnswer(status, { errors: [error] }, headers);
}
