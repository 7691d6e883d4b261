/**
 * `npm run --silent simulate -- FILE`: reads a JSON array of cases (see cases/cases.md) and prints one JSON line for each:
 * `{ "id": …, "amounts": { … } }`, in euros, null where we cannot tell. Whatever is wrong with the file is said on
 * standard error, where and what would be right, and nothing is computed: exit code 2.
 */
import { readFileSync } from 'node:fs';
import { amountsOf } from '../src/oracle/amounts.ts';
import { checkCases } from '../src/oracle/check-cases.ts';

/** Problems beyond these are counted alone: with one column of a generator wrong there is one for each case. */
const PROBLEMS_SHOWN = 10;

// Whoever reads our lines may have seen enough (`| head`): that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

const [file] = process.argv.slice(2);
process.exitCode =
  file === undefined ? refuse('Usage: npm run --silent simulate -- FILE') : simulateFile(file);

function simulateFile(name: string): number {
  const text = readText(name);
  if (text === undefined) return refuse(`${name} cannot be read`);
  const read = parsed(text);
  if (read === undefined) return refuse(`${name} is not JSON`);
  const { cases, problems } = checkCases(read);
  if (problems) {
    const shown = problems.slice(0, PROBLEMS_SHOWN).map(({ path, expected }) => {
      return `${name}: ${path === '' ? 'all of it' : path} should be ${expected}`;
    });
    const more = problems.length - shown.length;
    return refuse([...shown, ...(more > 0 ? [`… and ${String(more)} more`] : [])].join('\n'));
  }
  const lines = cases.map((one) => JSON.stringify({ id: one.id, amounts: amountsOf(one) }));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function readText(name: string): string | undefined {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return undefined;
  }
}

/** What Node says of bad JSON repeats a piece of it: that is not passed on. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}
