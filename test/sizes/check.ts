/** The size ratchet of continuous integration: fails unless every bundle weighs exactly what ratchet.json says. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { buildKitIfStale } from '../../.setup/kit.ts';
import { sizesOf } from './bundles.ts';
import { compareWithRatchet } from './ratchet.ts';

const agreed = readFileSync(new URL('ratchet.json', import.meta.url), 'utf8');
const ratchet = z.record(z.string(), z.int().positive()).parse(JSON.parse(agreed));
const sentences = compareWithRatchet(sizesOf(await buildKitIfStale('sizes')), ratchet);
for (const sentence of sentences) console.error(`• ${sentence}\n`);
process.exitCode = sentences.length === 0 ? 0 : 1;
