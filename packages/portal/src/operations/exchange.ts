/** What the exchange tells the machine room: a log line per call, and counters. Labels are ids of the catalogue. */
import type { ExchangeMetrics } from '@mds-kit/exchange/acquisition/metrics';
import type { Journal } from '@mds-kit/exchange/journal';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Every call to a supplier or a registry, under the number of the request that it was made for. */
export function journalTo(log: Log): Journal {
  return ({ mode, service, supplier, resource, status, reason, ms, breaker, correlation }) =>
    log({
      level: 'info',
      event: 'supplier-call',
      correlation,
      mode,
      service,
      supplier,
      resource: resource ?? undefined,
      status,
      reason: reason ?? undefined,
      ms: Math.round(ms),
      breaker,
    });
}

const BREAKER = { closed: 0, 'half-open': 1, open: 2 } as const;

export function showExchange(metrics: Metrics, read: () => readonly ExchangeMetrics[]): void {
  metrics.onScrape((write) => {
    const all = read();
    for (const { supplier, service, status, count, msTotal } of all.flatMap(({ calls }) => calls)) {
      const labels = { supplier, service, status };
      write('mds_supplier_calls_total', 'Calls to suppliers and registries', labels, count);
      write('mds_supplier_call_seconds_total', 'Time that they took', labels, msTotal / 1000);
    }
    for (const { supplier, state, opened } of all.flatMap(({ breakers }) => breakers)) {
      write('mds_supplier_breaker', '0 closed, 1 half open, 2 open', { supplier }, BREAKER[state]);
      write('mds_supplier_breaker_opened_total', 'Times that it opened', { supplier }, opened);
    }
    const failures = all.reduce((sum, { journalFailures }) => sum + journalFailures, 0);
    write('mds_journal_failures_total', 'Entries that the journal refused to take', {}, failures);
  });
}
