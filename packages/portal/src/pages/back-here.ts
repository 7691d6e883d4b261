import type { Context } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';

/** A sign-in that comes back to this page, where the registry has it as a return address of the portal's; else home. */
export function backTo(c: Context<PortalEnv>, path: string) {
  const returns = c.get('partner')?.returns ?? [];
  const { id = '' } = returns.find(({ url }) => new URL(url).pathname === path) ?? returns[0] ?? {};
  return { partner: PORTAL_PARTNER, returnId: id, challenge: null };
}
