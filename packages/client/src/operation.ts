import type { Operation as ChannelOperation } from '@mds-kit/contract/channel';

/** One operation of the portal: how it is asked over HTTP, how it is called over a channel, what answers it. */
export interface Operation<Answer> {
  /**
   * `redeem` and `situation` are no words of the channel: only the document that holds the cookie may say the one, and only
   * the portal's own pages the other.
   */
  readonly name: ChannelOperation | 'redeem' | 'situation';
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: (argument: string) => string;
  readonly body?: (argument: string) => unknown;
  /** Asked without partner or cookie, the same for everybody, cached by browsers. */
  readonly open?: true;
  readonly answer: { parse(value: unknown): Answer };
}

/** How an operation reaches the portal; `signal` is the wish of all who wait for the answer. */
export type Ask = (
  operation: Operation<unknown>,
  argument: string,
  signal: AbortSignal | undefined,
  fresh: boolean | undefined,
) => Promise<unknown>;
