import { decodeJwt } from 'jose';

/**
 * FranceConnect ends a session only for who shows the id_token (with its `at_hash`, else error 100019).
 * Undefined when the request may go on; otherwise what its error page says.
 */
export function logoutFault(params: URLSearchParams): { code: string; reason: string } | undefined {
  const hint = params.get('id_token_hint');
  if (!hint) return { code: 'Y030007', reason: 'paramètre obligatoire absent : id_token_hint' };
  try {
    if (typeof decodeJwt(hint).at_hash === 'string') return undefined;
    return { code: '100019', reason: 'id_token_hint ne contient pas at_hash' };
  } catch {
    return { code: 'Y030007', reason: 'id_token_hint n’est pas un jeton lisible' };
  }
}
