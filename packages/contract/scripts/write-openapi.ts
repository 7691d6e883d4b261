/** Writes `packages/contract/openapi.json`: `node packages/contract/scripts/write-openapi.ts`. */
import { writeFileSync } from 'node:fs';
import { openApi } from '@mds-kit/contract/openapi';

const file = new URL('../openapi.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openApi(), null, 2)}\n`);
