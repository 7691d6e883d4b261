import { createChannelClient } from './channel-client.ts';
import { createDirectClient } from './direct-client.ts';
import type {
  ChannelClientOptions,
  ChannelPortalClient,
  DirectClientOptions,
  DirectPortalClient,
} from './portal-client.ts';

/**
 * The client for either transport. A page that must stay small imports the one it needs, `createDirectClient` or
 * `createChannelClient`, and downloads nothing of the other.
 */
export function createPortalClient(options: DirectClientOptions): DirectPortalClient;
export function createPortalClient(
  options: ChannelClientOptions & { channel: MessagePort },
): ChannelPortalClient;
export function createPortalClient(
  options: DirectClientOptions | (ChannelClientOptions & { channel: MessagePort }),
): DirectPortalClient | ChannelPortalClient {
  return 'channel' in options ? createChannelClient(options) : createDirectClient(options);
}
