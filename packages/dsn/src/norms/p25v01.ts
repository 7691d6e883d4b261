import type { NormTable } from './norm.ts';

/** The norm of 2025. The next one took these out. */
export const P25V01: NormTable = { version: 'P25V01', unread: { company: '009', establishment: '008' } };
