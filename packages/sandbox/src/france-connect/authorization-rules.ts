import type { FranceConnectClient } from './clients.ts';

/**
 * What FranceConnect makes of an authorization request before any protocol engine sees it: it is stricter
 * than OpenID Connect (state, nonce and acr_values are mandatory since its version 2), and answers most
 * faults with a page of its own instead of a redirect.
 */
export type AuthorizationVerdict =
  | { kind: 'accept'; params: URLSearchParams }
  | { kind: 'page'; code: 'Y030007'; reason: string }
  | { kind: 'redirect'; location: URL };

const MANDATORY = [
  'client_id',
  'redirect_uri',
  'scope',
  'response_type',
  'state',
  'nonce',
  'acr_values',
] as const;

/** Everything else is dropped: FranceConnect knows no PKCE, no `request`, no `max_age`. */
const KNOWN = [...MANDATORY, 'prompt', 'claims', 'idp_hint', 'ui_locales'];

const PROMPTS = new Set(['login', 'consent']);
const MINIMUM_NONCE = 22;

const page = (reason: string): AuthorizationVerdict => ({ kind: 'page', code: 'Y030007', reason });

export function judgeAuthorization(
  request: URLSearchParams,
  clients: readonly FranceConnectClient[],
  issuer: string,
): AuthorizationVerdict {
  const params = new URLSearchParams();
  for (const name of KNOWN) {
    const [value, ...more] = request.getAll(name);
    if (more.length > 0) return page(`${name} est répété`);
    if (value !== undefined) params.set(name, value);
  }
  const missing = MANDATORY.filter((name) => !params.get(name));
  if (missing.length > 0) return page(`paramètre obligatoire absent : ${missing.join(', ')}`);
  if (!words(params, 'scope').includes('openid')) return page('scope ne contient pas openid');
  if ((params.get('nonce') ?? '').length < MINIMUM_NONCE) {
    return page(`nonce a moins de ${MINIMUM_NONCE} caractères`);
  }
  if (params.has('prompt')) {
    const prompts = words(params, 'prompt');
    if (prompts.length === 0 || prompts.some((prompt) => !PROMPTS.has(prompt))) {
      return page('prompt ne peut valoir que login, consent, ou les deux');
    }
  } else {
    params.set('prompt', 'login consent');
  }
  return judgeLevel(params, clients, issuer);
}

/** This platform knows `eidas1` alone; an unknown level counts as eidas1, a higher one is refused to the client. */
function judgeLevel(
  params: URLSearchParams,
  clients: readonly FranceConnectClient[],
  issuer: string,
): AuthorizationVerdict {
  const levels = words(params, 'acr_values');
  const onlyHigher = levels.every((level) => level === 'eidas2' || level === 'eidas3');
  if (onlyHigher && isRegistered(params, clients)) {
    const location = new URL(params.get('redirect_uri') ?? '');
    location.searchParams.set('error', 'invalid_acr');
    location.searchParams.set(
      'error_description',
      `acr_value is not valid, expected eidas1, got ${levels.join(' ')}`,
    );
    location.searchParams.set('state', params.get('state') ?? '');
    location.searchParams.set('iss', issuer);
    return { kind: 'redirect', location };
  }
  params.set('acr_values', 'eidas1');
  return { kind: 'accept', params };
}

/** Nobody is ever redirected to an address that no client has registered (RFC 9700 §4.11). */
function isRegistered(params: URLSearchParams, clients: readonly FranceConnectClient[]): boolean {
  const client = clients.find(({ id }) => id === params.get('client_id'));
  return client?.redirectUris.includes(params.get('redirect_uri') ?? '') ?? false;
}

const words = (params: URLSearchParams, name: string): string[] =>
  (params.get(name) ?? '').split(' ').filter((word) => word !== '');
