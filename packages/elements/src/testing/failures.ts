import { PortalError } from '@mds-kit/client/portal-error';

/** The portal cannot be reached. */
export const unreachable = new PortalError('network');

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
