/** The two cookies that a browser holds of us. Scripts see neither; each host has its own. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { PortalEnv } from '../http/environment.ts';
import { isToken, newToken } from '../keys/secret-box.ts';
import { KEPT } from '../retention.ts';

const SESSION = '__Host-mds-session';
const VERIFIER = '__Host-mds-verifier';
const SIGNED_OUT = '__Host-mds-signed-out';

/**
 * In a frame on somebody else's site, a cookie must allow cross-site use to be there at all; `Partitioned` gives it
 * to frames under that one site only (CHIPS). The portal's own pages are first-party: `Lax` is stricter.
 */
function options(c: Context<PortalEnv>): CookieOptions {
  const common = { path: '/', secure: true, httpOnly: true } as const;
  return c.get('host') === 'portal'
    ? { ...common, sameSite: 'Lax' }
    : { ...common, sameSite: 'None', partitioned: true };
}

export const sessionCookie = {
  read: (c: Context<PortalEnv>): string | undefined => getCookie(c, SESSION),
  write: (c: Context<PortalEnv>, token: string) =>
    setCookie(c, SESSION, token, { ...options(c), maxAge: KEPT.sessionLongestSeconds }),
  clear: (c: Context<PortalEnv>) => void deleteCookie(c, SESSION, options(c)),
};

/**
 * When the person last signed out in this browser, in seconds. A fund's page that still knows them must not sign them in
 * again: a ticket counts only if they signed in at the fund after that.
 */
export const signedOutCookie = {
  read(c: Context<PortalEnv>): number | undefined {
    const text = getCookie(c, SIGNED_OUT) ?? '';
    return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
  },
  /** `seconds`: for so long would a ticket count otherwise. */
  write: (c: Context<PortalEnv>, at: Date, seconds: number) =>
    setCookie(c, SIGNED_OUT, String(Math.ceil(at.getTime() / 1000)), { ...options(c), maxAge: seconds }),
  clear: (c: Context<PortalEnv>) => void deleteCookie(c, SIGNED_OUT, options(c)),
};

/** What a sign-in is bound to, so that its handover code is worth nothing in another browser. */
export const verifierCookie = {
  read(c: Context<PortalEnv>): string | undefined {
    const verifier = getCookie(c, VERIFIER);
    return isToken(verifier) ? verifier : undefined;
  },
  write(c: Context<PortalEnv>): string {
    const verifier = newToken();
    setCookie(c, VERIFIER, verifier, options(c));
    return verifier;
  },
};
