/**
 * `npm run partner -- add --id … --name … --origin https://… --return mon-compte=https://…`: registers a partner and
 * prints the lines to paste into its page.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { loadVersion } from './kit/kit-version.ts';
import { addPartner, tagToPaste } from './partners/add-partner.ts';
import { type Partner, PartnerFileError } from './partners/partner-file.ts';

const USAGE = `Usage: npm run partner -- add --id ID --name NAME --origin ORIGIN --return ID=URL

  --id       small letters, digits and hyphens, such as caf-exemple
  --name     as people know it: pages say "Revenir à …"
  --origin   scheme and host of pages that show the tags; may be given several times
  --return   where people come back to, ID=URL; may be given several times, the first is the usual one
  --contact  ROLE=EMAIL, whom to write to; may be given several times
  --in-page  the tags show personal data in the partner's own page: by convention only

In the sandbox any http://….localhost origin may be registered; a portal that is running takes the change over by itself.
`;

const options = {
  id: { type: 'string' },
  name: { type: 'string' },
  origin: { type: 'string', multiple: true },
  return: { type: 'string', multiple: true },
  contact: { type: 'string', multiple: true },
  'in-page': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

class UsageError extends Error {}

/** `mon-compte=https://…` */
function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`"${text}" should be written NAME=VALUE`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Undefined: they asked how it is used. */
function readPartner(args: string[]): Partner | undefined {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return undefined;
  const { id, name, origin: origins, return: returns, contact: contacts = [] } = values;
  const complete =
    positionals.join() === 'add' && id !== undefined && name !== undefined && origins && returns;
  if (!complete) throw new UsageError('Something is missing.');
  return {
    id,
    name,
    origins,
    returns: returns.map(pair).map(([returnId, url]) => ({ id: returnId, url })),
    state: 'active',
    inPage: values['in-page'] ?? false,
    contacts: contacts.map(pair).map(([role, email]) => ({ role, email })),
  };
}

async function add(args: string[]): Promise<string> {
  const partner = readPartner(args);
  if (partner === undefined) return USAGE;
  // On a machine that is not set up, the registry is that of the sandbox.
  const config = readConfig({ ...(process.env.MDS_PARTNERS ? {} : { MDS_SANDBOX: '1' }), ...process.env });
  const { partnersFile: file, environment, sandbox, widgetsOrigin, portalOrigin } = config;
  // First: without a kit there is nothing to paste, and a partner that is registered already cannot be added again.
  const kit = await loadVersion(config.kitFolder);
  const pinned = (name: string) => ({ url: widgetsOrigin + kit.path(name), integrity: kit.integrity(name) });
  const script = pinned(partner.inPage ? 'elements/rights-overview.js' : 'embed.js');
  const lines = tagToPaste(partner, { script, style: pinned('reserve.css'), portalOrigin });
  await addPartner(partner, { file, environment, sandbox });
  return `${partner.name} is registered in ${file}. Paste into its page:\n\n${lines}\n`;
}

try {
  process.stdout.write(await add(process.argv.slice(2)));
} catch (error) {
  const wrongArguments =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || wrongArguments) process.stderr.write(`${error.message}\n\n${USAGE}`);
  else if (error instanceof PartnerFileError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof ConfigError)
    process.stderr.write(
      `Nobody was registered:\n${error.problems.map((problem) => `  ${problem}\n`).join('')}`,
    );
  else throw error;
  process.exitCode = 1;
}
