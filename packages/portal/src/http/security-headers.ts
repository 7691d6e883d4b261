/** Headers that every answer carries unless its route has said otherwise; the strictest is the default. */
import { createMiddleware } from 'hono/factory';
import type { PortalEnv } from './environment.ts';
import { CLOSED, policyText } from './policy.ts';

/** Devices and powers that no page of ours ever asks for, frames included. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'identity-credentials-get',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ');

const DEFAULTS = {
  'cache-control': 'no-store',
  'content-security-policy': policyText(CLOSED),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const HSTS = 'max-age=63072000; includeSubDomains';

/** Safari, and every browser on iOS. Chromium says `AppleWebKit` too, and `Chrome/` besides. */
const isWebKit = (userAgent: string) => userAgent.includes('AppleWebKit') && !userAgent.includes('Chrome/');

export function securityHeaders(origin: string) {
  const secure = origin.startsWith('https:');
  const headers = Object.entries({ ...DEFAULTS, ...(secure ? { 'strict-transport-security': HSTS } : {}) });
  return createMiddleware<PortalEnv>(async (c, next) => {
    // On Node's own answer: what a route then says of the same header takes their place.
    for (const [name, value] of headers) c.env.outgoing.setHeader(name, value);
    await next();
    // WebKit (seen in WebKitGTK 2.50.6, which is Safari 26) knows the header and not yet the integrity that an import map
    // gives: it would stop every module that another one imports, and the page would stay empty.
    if (isWebKit(c.req.header('user-agent') ?? '')) c.res.headers.delete('integrity-policy');
  });
}
