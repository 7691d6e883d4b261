/**
 * What is shown of a person lasts no longer than their session: whoever comes back to a page by the browser's "back", to a
 * tab left open or to a computer that slept sees nothing until the portal has said that the session still is.
 * A page kept by the back-forward cache comes back as it was painted, without a request (HTML §7.4.6).
 */
import type { PortalClient } from '@mds-kit/client/portal-client';
import { clockAt } from '../clock.ts';

export interface VeilOptions {
  readonly client: Pick<PortalClient, 'session' | 'onSessionChange'>;
  /** The session has ended, or nobody can tell: resolves once what was shown is gone. */
  readonly ended: () => Promise<unknown>;
  /**
   * Milliseconds. A device's clock may be wrong by hours: the session is never looked at sooner than `soonest`, nor later
   * than `latest`, and coming back to a tab looks again after `again`. Looking does not prolong it.
   */
  readonly times?: { readonly soonest: number; readonly latest: number; readonly again: number };
}

const TIMES = { soonest: 60_000, latest: 31 * 60_000, again: 30_000 };

const clock = clockAt();
const now = () => clock().getTime();

const VEIL = 'data-mds-veiled';

/**
 * Watches over this document, whose style sheet hides what is personal under `html[data-mds-veiled]`. Returns the way to
 * stop.
 */
export function veilWithSession({ client, ended, times = TIMES }: VeilOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const root = document.documentElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether somebody's data may be on screen, and until when without another look. */
  let shown = false;
  let due = Infinity;
  let lookedAt = -Infinity;
  let looking = false;

  const veil = () => root.setAttribute(VEIL, '');

  async function see(fresh: boolean): Promise<void> {
    const session = await client.session({ fresh }).catch(() => undefined);
    if (signal.aborted) return;
    lookedAt = now();
    clearTimeout(timer);
    if (session?.status === 'signed-in') {
      const left = Math.min(Date.parse(session.idleUntil), Date.parse(session.endsAt)) - lookedAt + 1_000;
      const wait = Math.min(Math.max(left, times.soonest), times.latest);
      [shown, due, timer] = [true, lookedAt + wait, setTimeout(look, wait)];
    } else {
      if (shown) await ended();
      [shown, due] = [false, Infinity];
    }
    root.removeAttribute(VEIL);
  }

  function look(): void {
    if (now() >= due) veil();
    if (looking) return;
    looking = true;
    void see(true).finally(() => (looking = false));
  }

  addEventListener('pagehide', () => shown && veil(), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal });
  const back = () => document.visibilityState === 'visible' && now() - lookedAt >= times.again && look();
  document.addEventListener('visibilitychange', back, { signal });
  const deaf = client.onSessionChange(look);
  signal.addEventListener('abort', () => {
    deaf();
    clearTimeout(timer);
    root.removeAttribute(VEIL);
  });
  void see(false);
  return () => stop.abort();
}
