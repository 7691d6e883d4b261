import type { NormTable } from './norm.ts';

/** The norm of 2026: occupational health services, trial periods, the hour of a hire. */
export const P26V01: NormTable = {
  version: 'P26V01',
  unread: { establishment: '025', individual: '030', contract: '082-083' },
};
