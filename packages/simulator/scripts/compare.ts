/**
 * Where our amounts differ from the kept cases, for whoever writes a rule:
 * `node packages/simulator/scripts/compare.ts [key…] [--show 5]`.
 */
import { parseArgs } from 'node:util';
import { amountsOf } from '../src/oracle/amounts.ts';
import { readCases } from './read-cases.ts';

const { values, positionals } = parseArgs({
  options: { show: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const TOLERANCE = 0.051;

const cases = readCases();
const keys = positionals.length > 0 ? positionals : Object.keys(cases[0]?.expected ?? {});
const amounts = cases.map((one) => amountsOf(one));
for (const key of keys) {
  const wrong = cases.flatMap((one, index) => {
    const expected = one.expected?.[key] ?? 0;
    const ours = amounts[index]?.[key];
    return typeof ours === 'number' && Math.abs(ours - expected) < TOLERANCE
      ? []
      : [{ id: one.id, month: one.month, expected, ours }];
  });
  console.log(`${key}: ${String(cases.length - wrong.length)} of ${String(cases.length)} equal`);
  for (const one of wrong.slice(0, Number(values.show))) console.log('  ', JSON.stringify(one));
}
