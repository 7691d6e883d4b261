/** Prints the table of settings that the README holds: `node packages/resources/src/config-table.ts`. */
import { configTable } from './config.ts';

const rows = configTable().map(({ name, description, example }) => [
  `\`${name}\``,
  description,
  `\`${example}\``,
]);
const lines = [['Setting', 'What it is', 'Example'], ['---', '---', '---'], ...rows];
process.stdout.write(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
