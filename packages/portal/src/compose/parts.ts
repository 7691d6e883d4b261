/** What the program brings to everything that it opens. */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { PortalDatabase } from '../database.ts';
import type { Stopwatch } from '../nir/refusal-moment.ts';
import type { Log } from '../operations/log.ts';

export interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Opened already, by somebody who closes it too. */
  readonly database: PortalDatabase | undefined;
  /** The machine's when not given. */
  readonly stopwatch: Stopwatch | undefined;
  /** What to do when the program stops, the last first. */
  readonly atClose: (part: () => unknown) => void;
}
