import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/**
 * Browsers lead `*.localhost` to their own machine (RFC 6761 §6.3); the system's resolver, which Node asks, often does
 * not know these names. Others are resolved as usual.
 */
export const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost')) lookup(hostname, options, callback);
  else if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
