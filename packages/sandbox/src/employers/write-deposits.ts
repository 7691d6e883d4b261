/** Writes invented DSN deposits into a folder; see USAGE. The same options write the same bytes. */
import { parseArgs } from 'node:util';
import { clockAt } from '../clock.ts';
import { integer, month, oneOf, run, UsageError } from './command-line.ts';
import { generatedFiles } from './generate.ts';
import { declaredUpTo, sampleFiles } from './samples/sample-deposits.ts';
import { allScenarios, scenario, SCENARIO_NAMES } from './scenarios.ts';
import { writeFiles, writeIncomes } from './write-files.ts';

const USAGE = `Usage: node packages/sandbox/src/employers/write-deposits.ts DIR [options]

  --establishments 3      how many, one to three of them in a firm
  --employees 20          of each establishment
  --months 14             how many months are declared
  --until YYYY-MM         the last of them; two months before MDS_NOW or today when not given
  --norm P25V01|P26V01    of all files; that of each month's year when not given
  --seed 1                another one: other people, other amounts

  --samples               the sample citizens' deposits instead, as of MDS_NOW or today
  --incomes FILE          and their replacement incomes into this file
  --scenario NAME         one scenario instead, or all of them: --scenario all
                          ${SCENARIO_NAMES.join(', ').replaceAll(/(.{1,80}),( |$)/g, '$1,\n                          ')}
`;

const options = {
  establishments: { type: 'string', default: '3' },
  employees: { type: 'string', default: '20' },
  months: { type: 'string', default: '14' },
  until: { type: 'string' },
  norm: { type: 'string' },
  seed: { type: 'string', default: '1' },
  samples: { type: 'boolean', default: false },
  incomes: { type: 'string' },
  scenario: { type: 'string' },
} as const;

await run(USAGE, async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('Name one folder.');
  const now = clockAt(process.env.MDS_NOW)();
  const until = values.until === undefined ? declaredUpTo(now) : month('until', values.until);
  if (values.incomes !== undefined) await writeIncomes(values.incomes, now);
  if (values.samples) return writeFiles(folder, sampleFiles(now));
  if (values.scenario === 'all')
    return writeFiles(
      folder,
      allScenarios(until).flatMap(({ files }) => files),
    );
  if (values.scenario !== undefined)
    return writeFiles(folder, scenario(oneOf('scenario', values.scenario, SCENARIO_NAMES), until).files);
  const wish = {
    seed: integer('seed', values.seed, 0),
    establishments: integer('establishments', values.establishments, 1),
    employees: integer('employees', values.employees, 1),
    months: integer('months', values.months, 1),
    until,
  };
  const norm = values.norm === undefined ? {} : { norm: oneOf('norm', values.norm, ['P25V01', 'P26V01']) };
  return writeFiles(folder, generatedFiles({ ...wish, ...norm }));
});
