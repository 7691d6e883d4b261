import { salaries } from '@mds-kit/client/operations/salaries';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Salaries } from '@mds-kit/contract/salaries';
import { chartOf } from './lanes.ts';
import type { Chart } from './lanes.ts';

/** What was declared, and the same as it is drawn. */
export interface Declared {
  readonly told: Salaries;
  readonly chart: Chart;
}

export async function ask(portal: PortalClient, months: number, signal: AbortSignal): Promise<Declared> {
  const told = await portal.ask(salaries, String(months), { signal });
  return { told, chart: chartOf(told) };
}
