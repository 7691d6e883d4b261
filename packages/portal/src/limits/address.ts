/** Whose connection this is, for limits only: an address is personal data, and is neither logged nor kept. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that the outermost of our `proxies` saw. What stands further left in `X-Forwarded-For` anybody can
 * write there.
 */
export function addressOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string {
  const nearest = socket.remoteAddress ?? 'none';
  if (proxies === 0) return networkOf(nearest);
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-proxies)?.trim();
  return networkOf(told === undefined || told === '' ? nearest : told);
}

/** One subscriber has a whole /64 of IPv6 (RFC 6177): counted as one. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const v4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const groups = tail === undefined ? first : [...first, ...zeros, ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
