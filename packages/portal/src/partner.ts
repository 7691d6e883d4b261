/**
 * `npm run partner -- add --id … --name … --origin https://… --return mon-compte=https://…`: registers a partner and
 * prints the lines to paste into its page.
 */
import { partnerCommand } from './partners/partner-command.ts';

const { code, out, err } = await partnerCommand(process.argv.slice(2), process.env);
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
