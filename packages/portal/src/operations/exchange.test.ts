import type { JournalEntry } from '@mds-kit/exchange/journal';
import { expect, it } from 'vitest';
import { journalTo } from './exchange.ts';
import { createLog } from './log.ts';

const entry: JournalEntry = {
  at: '2026-11-22T09:00:00.000Z',
  mode: 'acquisition',
  service: 'rights.family',
  supplier: 'cnaf',
  resource: '/v3/dss/prestations/famille',
  status: 'timeout',
  reason: 'no-answer',
  ms: 1499.6,
  breaker: 'closed',
  correlation: 'c0ffee',
};

it('writes down every call whole: how it was made, and which resource was asked', () => {
  const lines: string[] = [];
  const log = createLog(
    () => new Date(entry.at),
    (line) => lines.push(line),
  );
  journalTo(log)(entry);
  journalTo(log)({ ...entry, mode: 'registry', service: 'nir', resource: null, reason: null });
  const { at: time, ms: _ms, ...told } = entry;
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time,
    level: 'info',
    event: 'supplier-call',
    ...told,
    ms: 1500,
  });
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ mode: 'registry', service: 'nir' });
  expect(lines[1]).not.toContain('resource');
});
