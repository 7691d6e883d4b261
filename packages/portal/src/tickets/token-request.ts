/** The form that a fund's server posts to `/token`: an OAuth token exchange (RFC 8693 §2.1). */
import { z } from 'zod';
import { TokenError } from './token-error.ts';

export const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';
export const TICKET_TYPE = 'urn:mds-kit:token-type:frame-ticket';

/** Longer than any honest token with an Ed25519 or P-256 signature; the whole form has 16 KiB. */
const Jwt = z.string().max(6_000);

const Form = z.object({
  client_assertion_type: z.literal(JWT_BEARER),
  client_assertion: Jwt,
  client_id: z.string().optional(),
  subject_token: Jwt,
  subject_token_type: z.literal(JWT_TYPE),
  requested_token_type: z.literal(TICKET_TYPE),
  /** Hash of the verifier that the frame's own cookie holds: for that browser, and for no other. */
  challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type TokenRequest = z.infer<typeof Form>;

/**
 * Reads the form. What it does not know it leaves alone, but nothing that it knows may be said twice (RFC 6749 §3.2).
 *
 * @throws TokenError
 */
export function readTokenRequest(contentType: string | undefined, body: string): TokenRequest {
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(contentType ?? ''))
    throw new TokenError('invalid_request', 'Send a form (application/x-www-form-urlencoded)');
  const sent = new URLSearchParams(body);
  const fields: Record<string, string> = {};
  for (const name of ['grant_type', ...Object.keys(Form.shape)]) {
    const [value, ...more] = sent.getAll(name);
    if (more.length > 0) throw new TokenError('invalid_request', `${name} is there more than once`);
    if (value !== undefined) fields[name] = value;
  }
  if (fields.grant_type === undefined) throw new TokenError('invalid_request', 'grant_type is missing');
  if (fields.grant_type !== GRANT_TYPE) throw new TokenError('unsupported_grant_type', `Use ${GRANT_TYPE}`);
  const { success, data, error } = Form.safeParse(fields);
  if (success) return data;
  const name = String(error.issues[0]?.path[0] ?? '');
  throw new TokenError('invalid_request', `${name} is ${name in fields ? 'not valid' : 'missing'}`);
}
