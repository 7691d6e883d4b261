import { problem } from '@mds-kit/contract/problems';
import type { ProblemCode } from '@mds-kit/contract/problems';
import { PortalError } from '@mds-kit/client/portal-error';

/** The portal cannot be reached. */
export const unreachable = new PortalError('network');

/** The portal answers that it cannot, or will not, in its own words. */
export const refusal = (code: ProblemCode) => new PortalError(code, { problem: problem(code) });

/** Announced maintenance, until 2 in the afternoon in Paris. */
export const maintenance = new PortalError('maintenance', {
  problem: {
    type: 'urn:mds-kit:problem:maintenance',
    title: 'Maintenance prévue',
    status: 503,
    code: 'maintenance',
    until: '2026-11-22T14:00:00+01:00',
  },
});
