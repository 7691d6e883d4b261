/** Writes the commune index again: `node packages/simulator/scripts/communes/write-communes.ts`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { communePages } from './commune-pages.ts';

const OUT = new URL('../../src/communes/generated/', import.meta.url);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const [file, text] of communePages()) writeFileSync(new URL(file, OUT), text);
