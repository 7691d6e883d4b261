/** `node packages/portal/src/keys/create.ts FILE`: writes a new key file, and never over one that is there. */
import { createKeys } from './keys.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: node packages/portal/src/keys/create.ts FILE\n');
  process.exitCode = 2;
} else if (await createKeys(file)) {
  process.stdout.write(
    `Written: ${file}. Keep a copy where only you can read it: without it every link is lost.\n`,
  );
} else {
  process.stderr.write(`${file} is there already; it was left as it is.\n`);
  process.exitCode = 1;
}
