/** A page of the portal's own that runs the kit: elements in the page itself (hosted/hosted.ts). */
import type { Context } from 'hono';
import { kitModules } from '../frame-documents/document.ts';
import type { PortalEnv } from '../http/environment.ts';
import { INTEGRITY_POLICY, kitPolicy } from '../http/policy.ts';
import type { Kit } from '../kit/kit.ts';
import type { Page, Pages } from './layout.ts';

const ENTRY = 'hosted.js';

export interface HostedServices {
  readonly kit: Kit;
  readonly pages: Pages;
}

export function showHosted(
  c: Context<PortalEnv>,
  { kit: { current: kit }, pages }: HostedServices,
  page: Pick<Page, 'title' | 'main'>,
) {
  c.header('integrity-policy', INTEGRITY_POLICY);
  return pages.show(c, {
    ...page,
    policy: kitPolicy(kit.importMap(ENTRY).hash, "'none'"),
    head: kitModules(kit, ENTRY, kit.imports(ENTRY)),
  });
}
