/** A fund asks a sample person’s monthly resources of the running scheme; see USAGE. */
import { parseArgs } from 'node:util';
import { citizenByLogin } from '../citizens.ts';
import { clockAt } from '../clock.ts';
import { integer, month, oneOf, run, UsageError } from '../employers/command-line.ts';
import { RESOURCES_PORT } from '../employers/resources-program.ts';
import { askScheme } from './ask-scheme.ts';
import { FUND_IDS, fundOf } from './funds.ts';

const USAGE = `Usage: node packages/sandbox/src/funds/ask-resources.ts [options]

  --fund cnaf             who asks: ${FUND_IDS.join(', ')}
  --purpose aide-logement what for: aide-logement, pension-reversion
  --citizen camille       login of the sample citizen who is asked about
  --months 12             over how many months, where the purpose allows several
  --before YYYY-MM        those before this month; the current one when not given
  --scheme URL            the scheme’s address; that of npm start when not given

What a fund may ask, and what for, stands in packages/resources/data/agreements.yaml. Exit code 1 when it is refused.
`;

const options = {
  fund: { type: 'string', default: 'cnaf' },
  purpose: { type: 'string', default: 'aide-logement' },
  citizen: { type: 'string', default: 'camille' },
  months: { type: 'string' },
  before: { type: 'string' },
  scheme: { type: 'string', default: `http://127.0.0.1:${RESOURCES_PORT}` },
} as const;

await run(USAGE, async () => {
  const { values } = parseArgs({ options });
  const citizen = citizenByLogin(values.citizen);
  if (!citizen) throw new UsageError('--citizen is the login of a sample citizen.');
  const question = {
    purpose: values.purpose,
    nir: citizen.nir,
    months: values.months === undefined ? undefined : integer('months', values.months, 1),
    before: values.before === undefined ? undefined : month('before', values.before),
  };
  const told = await askScheme(fundOf(oneOf('fund', values.fund, FUND_IDS)), question, {
    schemeUrl: values.scheme,
    now: clockAt(process.env.MDS_NOW)(),
  });
  if (told.status !== 200) process.exitCode = 1;
  return told;
});
