/** Who may show the tags now: the registry's file, followed while it changes. */
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { describeError, type Log } from '../operations/log.ts';
import {
  parsePartners,
  type Partner,
  PartnerFileError,
  type PartnerFileOptions,
  PORTAL_PARTNER,
} from './partner-file.ts';

export interface Partners {
  /** A partner that is registered and active. */
  find(id: string): Partner | undefined;
  /** Whether pages of this origin may, by convention, show the tags in the page itself. */
  inPageAt(origin: string): boolean;
  /** What a registered partner is called, also a suspended one. */
  nameOf(id: string): string | undefined;
  /** The registered address that people come back to, with its partner. */
  returnAddress(partner: Partner, returnId: string): string | undefined;
  close(): void;
}

/** How often the file is looked at, ms: somebody who just registered a partner reloads their page. */
const LOOK_EVERY = 1000;

/**
 * Reads the registry and follows its file: a change is taken over whole when it is valid, and otherwise left aside
 * with a line in the log, the former registry staying in force.
 *
 * @throws PartnerFileError
 */
export function openPartners(options: PartnerFileOptions, log: Log): Partners {
  let partners = read(options);
  const look = () => {
    try {
      partners = read(options);
      log({ level: 'info', event: 'partners-changed' });
    } catch (error) {
      const line = error instanceof PartnerFileError ? error.faults[0]?.line : undefined;
      const at = line === undefined ? {} : { at: `line ${line}` };
      log({ level: 'error', event: 'partners-refused', ...describeError(error), ...at });
    }
  };
  watchFile(options.file, { interval: LOOK_EVERY, persistent: false }, look);
  return {
    find(id) {
      const partner = partners.get(id);
      return partner?.state === 'active' ? partner : undefined;
    },
    inPageAt: (origin) =>
      partners
        .values()
        .some(
          ({ id, state, inPage, origins }) =>
            id !== PORTAL_PARTNER && state === 'active' && inPage && origins.includes(origin),
        ),
    nameOf: (id) => partners.get(id)?.name,
    returnAddress: (partner, returnId) => partner.returns.find(({ id }) => id === returnId)?.url,
    close: () => unwatchFile(options.file, look),
  };
}

function read(options: PartnerFileOptions): ReadonlyMap<string, Partner> {
  const partners = parsePartners(readFileSync(options.file, 'utf8'), options);
  return new Map(partners.map((partner) => [partner.id, partner]));
}
