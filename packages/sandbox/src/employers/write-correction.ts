/** Writes one deposit that corrects a sample citizen's month; see USAGE. */
import { parseArgs } from 'node:util';
import { clockAt } from '../clock.ts';
import { integer, month, oneOf, run, UsageError } from './command-line.ts';
import { sampleCorrection } from './samples/sample-correction.ts';
import { SAMPLE_EMPLOYERS, type Workplace } from './samples/sample-employers.ts';
import { writeFiles } from './write-files.ts';

const USAGE = `Usage: node packages/sandbox/src/employers/write-correction.ts DIR [options]

  --citizen camille       login of a sample citizen
  --month YYYY-MM         the month that was wrong; the last declared one when not given
  --at library            which of the citizen's employers; the first one when not given
  --by 5000               cents that the gross was too low; too high: --by=-4000
  --how replaced          the month is declared once more (annule et remplace), or
        regularised       the next month's declaration corrects it
`;

const options = {
  citizen: { type: 'string', default: 'camille' },
  month: { type: 'string' },
  at: { type: 'string' },
  by: { type: 'string', default: '5000' },
  how: { type: 'string', default: 'replaced' },
} as const;

const WORKPLACES = Object.keys(SAMPLE_EMPLOYERS) as Workplace[];

await run(USAGE, async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('Name one folder.');
  const file = sampleCorrection(clockAt(process.env.MDS_NOW)(), {
    login: values.citizen,
    month: values.month === undefined ? undefined : month('month', values.month),
    at: values.at === undefined ? undefined : oneOf('at', values.at, WORKPLACES),
    by: integer('by', values.by, Number.MIN_SAFE_INTEGER),
    how: oneOf('how', values.how, ['replaced', 'regularised']),
  });
  return { ...(await writeFiles(folder, [file])), file: file.name };
});
