/** `npm run partner -- add …`: its words, its arguments, and what it answers. */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { loadVersion } from '../kit/kit-version.ts';
import { addPartner, NewcomerError, tagToPaste } from './add-partner.ts';
import { type FundTicket, FundTicketTerms, type Partner, PartnerFileError } from './partner-file.ts';
import { readTicketKeys, TicketKeysError } from './ticket-keys.ts';

const USAGE = `Usage: npm run partner -- add --id ID --name NAME --origin ORIGIN --return ID=URL

  --id       small letters, digits and hyphens, such as caf-exemple
  --name     as people know it: pages say "Revenir à …"
  --origin   scheme and host of pages that show the tags; may be given several times
  --return   where people come back to, ID=URL; may be given several times, the first is the usual one
  --contact  ROLE=EMAIL, whom to write to; may be given several times
  --in-page  the tags show personal data in the partner's own page: by convention only

  By convention only, for a partner whose server may vouch for people whom it has signed in (all three together):
  --ticket-keys     file with the PUBLIC keys of that server, a JSON Web Key Set: Ed25519 or P-256, each with a kid
  --ticket-level    eidas1, eidas2 or eidas3, with which it signs people in; may be given several times
  --ticket-max-age  for how long after that it may vouch for them, in seconds: 60 to 43200

In the sandbox any http://….localhost origin may be registered; a portal that is running takes the change over by itself.
`;

const options = {
  id: { type: 'string' },
  name: { type: 'string' },
  origin: { type: 'string', multiple: true },
  return: { type: 'string', multiple: true },
  contact: { type: 'string', multiple: true },
  'in-page': { type: 'boolean' },
  'ticket-keys': { type: 'string' },
  'ticket-level': { type: 'string', multiple: true },
  'ticket-max-age': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

class UsageError extends Error {}

/** `mon-compte=https://…` */
function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`"${text}" should be written NAME=VALUE`);
  return [text.slice(0, at), text.slice(at + 1)];
}

interface TicketArguments {
  readonly 'ticket-keys'?: string | undefined;
  readonly 'ticket-level'?: string[] | undefined;
  readonly 'ticket-max-age'?: string | undefined;
}

async function readTicket(values: TicketArguments): Promise<FundTicket | undefined> {
  const { 'ticket-keys': file, 'ticket-level': levels, 'ticket-max-age': maxAge } = values;
  if (file === undefined && levels === undefined && maxAge === undefined) return undefined;
  if (file === undefined || levels === undefined || maxAge === undefined)
    throw new UsageError('--ticket-keys, --ticket-level and --ticket-max-age go together.');
  const terms = FundTicketTerms.safeParse({ levels, maxAgeSeconds: Number(maxAge) });
  if (!terms.success) {
    const wrong = new Set(terms.error.issues.map(({ path: [field] }) => field));
    throw new UsageError(
      wrong.has('levels')
        ? '--ticket-level is eidas1, eidas2 or eidas3.'
        : '--ticket-max-age is a whole number of seconds, 60 to 43200.',
    );
  }
  return { keys: await readTicketKeys(file), ...terms.data };
}

/** Undefined: they asked how it is used. */
async function readPartner(args: string[]): Promise<Partner | undefined> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return undefined;
  const { id, name, origin: origins, return: returns, contact: contacts = [] } = values;
  const [verb, ...others] = positionals;
  if (verb === undefined) throw new UsageError('add is missing.');
  if (verb !== 'add' || others.length > 0)
    throw new UsageError(`"${positionals.join(' ')}" is not understood: only add is.`);
  if (id === undefined || name === undefined || origins === undefined || returns === undefined) {
    const missing = (['id', 'name', 'origin', 'return'] as const).filter((one) => values[one] === undefined);
    throw new UsageError(`${missing.map((one) => `--${one}`).join(', ')}: missing.`);
  }
  const ticket = await readTicket(values);
  return {
    id,
    name,
    origins,
    returns: returns.map(pair).map(([returnId, url]) => ({ id: returnId, url })),
    state: 'active',
    inPage: values['in-page'] ?? false,
    contacts: contacts.map(pair).map(([role, email]) => ({ role, email })),
    ...(ticket && { ticket }),
  };
}

async function add(args: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const partner = await readPartner(args);
  if (partner === undefined) return USAGE;
  // On a machine that is not set up, the registry is that of the sandbox.
  const config = readConfig({ ...(environment.MDS_PARTNERS ? {} : { MDS_SANDBOX: '1' }), ...environment });
  const { partnersFile: file, sandbox, widgetsOrigin, portalOrigin } = config;
  // First: without a kit there is nothing to paste, and a partner that is registered already cannot be added again.
  const kit = await loadVersion(config.kitFolder);
  const pinned = (name: string) => ({ url: widgetsOrigin + kit.path(name), integrity: kit.integrity(name) });
  const script = pinned(partner.inPage ? 'elements/rights-overview.js' : 'embed.js');
  const lines = tagToPaste(partner, { script, style: pinned('reserve.css'), portalOrigin });
  await addPartner(partner, { file, environment: config.environment, sandbox });
  const vouching = partner.ticket
    ? `\nIts server may ask for tickets at ${portalOrigin}/token. Name its own address on the script: data-ticket-url="/…"\n`
    : '';
  const policy = partner.inPage
    ? ''
    : `\nWhere its page has a content security policy: script-src, style-src and frame-src ${widgetsOrigin}\n`;
  return `${partner.name} is registered in ${file}. Paste into its page:\n\n${lines}\n${policy}${vouching}`;
}

/** What it says, on standard output where all is well and on standard error otherwise, with exit code 0 or 1. */
export type PartnerAnswer = { readonly code: 0 | 1; readonly out: string; readonly err: string };

/**
 * Registers a partner and answers with the lines to paste into its page. Refused, nothing is registered, and the answer
 * says why; anything else that fails is thrown.
 */
export async function partnerCommand(args: string[], environment: NodeJS.ProcessEnv): Promise<PartnerAnswer> {
  try {
    return { code: 0, out: await add(args, environment), err: '' };
  } catch (error) {
    return { code: 1, out: '', err: refusal(error) };
  }
}

const nobody = (reasons: readonly string[]) =>
  `Nobody was registered:\n${reasons.map((reason) => `  ${reason}\n`).join('')}`;

function refusal(error: unknown): string {
  const wrongArguments =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || wrongArguments) return `${error.message}\n\n${USAGE}`;
  if (error instanceof PartnerFileError || error instanceof TicketKeysError) return `${error.message}\n`;
  if (error instanceof ConfigError) return nobody(error.problems);
  if (error instanceof NewcomerError) return nobody(error.message.split('\n'));
  throw error;
}
