/** Prints the table of settings that the README holds: `node packages/portal/src/config-table.ts`. */
import { configTable } from './config.ts';

const rows = configTable().map(({ name, description, example, sandbox }) => [
  `\`${name}\``,
  description,
  `\`${example}\``,
  sandbox === '' ? '' : `\`${sandbox}\``,
]);
const lines = [['Setting', 'What it is', 'Example', 'In the sandbox'], ['---', '---', '---', '---'], ...rows];
process.stdout.write(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
